package org.denba.fhir.workbench.evidence;

import java.util.List;
import org.denba.fhir.workbench.coverage.Coverage;
import org.denba.fhir.workbench.coverage.Coverage.Covering;

/**
 * The cases on one side of a row.
 *
 * @param side which side
 * @param cases the cases, as many as a page carries
 * @param more how many there are besides
 */
public record SideView(Coverage.Side side, List<Covering> cases, int more) {

  private static final int MOST = 100;

  static SideView of(Coverage coverage, String rule, Coverage.Side side) {
    List<Covering> all = coverage.of(rule, side);
    return new SideView(
        side, all.subList(0, Math.min(MOST, all.size())), Math.max(0, all.size() - MOST));
  }

  /** How many there are in all. */
  public int count() {
    return cases.size() + more;
  }
}
