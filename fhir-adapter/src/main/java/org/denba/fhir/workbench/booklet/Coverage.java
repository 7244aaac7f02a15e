package org.denba.fhir.workbench.booklet;

import java.util.List;
import java.util.Map;
import org.denba.engine.verification.ClinicalCase;

/**
 * Which cases cover which rows of a protocol: those that expect something of the row, and those in
 * whose answer it is proved.
 *
 * @param ready whether the cases were run already; until then nothing is known, which is not "no
 *     case"
 * @param problem why the cases could not be read, or null
 * @param cases the cases of the protocol, by id
 * @param byRow the cases of each row
 */
public record Coverage(
    boolean ready,
    String problem,
    Map<String, ClinicalCase> cases,
    Map<String, List<Covering>> byRow) {

  /** While the cases are still run. */
  static final Coverage NOT_YET = new Coverage(false, null, Map.of(), Map.of());

  /**
   * A case that covers a row.
   *
   * @param tested the case
   * @param proves whether the row is proved in its answer
   * @param named whether the case expects something of the row
   * @param passed whether the answer is as the case expects
   */
  public record Covering(ClinicalCase tested, boolean proves, boolean named, boolean passed) {}

  /** The cases of a row. */
  public List<Covering> of(String rule) {
    return byRow.getOrDefault(rule, List.of());
  }

  /** How many of them are not answered as they expect. */
  public long failing(String rule) {
    return of(rule).stream().filter(each -> !each.passed()).count();
  }
}
