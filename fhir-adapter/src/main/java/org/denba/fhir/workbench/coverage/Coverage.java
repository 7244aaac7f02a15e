package org.denba.fhir.workbench.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.verification.ClinicalCase;

/**
 * Which cases cover which rows and numbers of a protocol.
 *
 * @param ready whether the cases were run already; until then nothing is known, which is not "no
 *     case"
 * @param problem why the cases could not be read, or null
 * @param cases the cases of the protocol, by id
 * @param byRow the cases of each row: those in whose answer it stands, and those that expect
 *     something of it
 * @param bounds the numbers of the rules, with the cases that hold them
 * @param failing the cases that are not answered as they expect
 */
public record Coverage(
    boolean ready,
    String problem,
    Map<String, ClinicalCase> cases,
    Map<String, List<Covering>> byRow,
    List<HeldBound> bounds,
    List<FailingCase> failing) {

  /** While the cases are still run. */
  static final Coverage NOT_YET =
      new Coverage(false, null, Map.of(), Map.of(), List.of(), List.of());

  /** What the answer to a case says of a row. */
  public enum Side {
    /** The row is proved. */
    WINS("wins"),
    /** The row is not ruled out. */
    OPEN("open"),
    /** The case expects something of the row, and the answer does not name it. */
    RULED_OUT("ruled-out");

    private final String code;

    Side(String code) {
      this.code = code;
    }

    /** Its name in addresses and style sheets. */
    public String code() {
      return code;
    }
  }

  /**
   * A case that says something of a row.
   *
   * @param tested the case
   * @param side what its answer says of the row
   * @param named whether the case expects something of the row
   * @param passed whether the answer is as the case expects
   */
  public record Covering(ClinicalCase tested, Side side, boolean named, boolean passed) {

    /** Whether the case covers the row: it proves it, or it says what is expected of it. */
    public boolean covers() {
      return named || side == Side.WINS;
    }

    /** Whether it is a case of the overlay. */
    public boolean ofOverlay() {
      return CaseCoverage.isOfOverlay(tested);
    }
  }

  /** The cases that cover a row. */
  public List<Covering> of(String rule) {
    return all(rule).stream().filter(Covering::covers).toList();
  }

  /** The cases on one side of a row, those first that expect something of it. */
  public List<Covering> of(String rule, Side side) {
    return all(rule).stream()
        .filter(each -> each.side() == side)
        .sorted(Comparator.comparing(Covering::named).reversed())
        .toList();
  }

  /** How many cases are on one side of a row. */
  public long count(String rule, Side side) {
    return all(rule).stream().filter(each -> each.side() == side).count();
  }

  /** How many cases that cover a row are not answered as they expect. */
  public long failing(String rule) {
    return of(rule).stream().filter(each -> !each.passed()).count();
  }

  /** The ids of the cases that cover any of these rows. */
  public Set<String> covering(List<String> rules) {
    return rules.stream()
        .flatMap(rule -> of(rule).stream())
        .map(each -> each.tested().id())
        .collect(Collectors.toSet());
  }

  /** The numbers that a chart reads. */
  public List<HeldBound> boundsOf(String chart) {
    return bounds.stream().filter(each -> each.bound().charts().contains(chart)).toList();
  }

  private List<Covering> all(String rule) {
    return byRow.getOrDefault(rule, List.of());
  }
}
