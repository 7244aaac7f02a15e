package org.denba.engine.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;

/**
 * What the two readings of a protocol's rules say of one patient: per sub-chart the first row that
 * is proved, and the more severe rows that unknowns leave open.
 */
final class Outcome {

  /**
   * A row that is proved and wins in its sub-chart.
   *
   * @param row the row
   * @param urgency the highest urgency of its lines that are certain
   * @param provisional a more severe row is not ruled out
   * @param held its danger sign is held
   */
  record Proved(Row row, Urgency urgency, boolean provisional, boolean held) {}

  /**
   * A row that is not ruled out.
   *
   * @param row the row
   * @param urgency the highest urgency of its lines that are possible
   */
  record Open(Row row, Urgency urgency) {}

  private final Encounter encounter;
  private final BitSet certain = new BitSet();
  private final BitSet possible = new BitSet();
  private final List<Proved> proved = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();
  private final List<Open> openGreen = new ArrayList<>();

  private Outcome(Encounter encounter) {
    this.encounter = encounter;
  }

  /** Runs the protocol's rules. */
  static Outcome of(Encounter encounter) {
    Outcome outcome = new Outcome(encounter);
    encounter
        .protocol()
        .run(encounter.assessment(), outcome.certain, outcome.possible, outcome::derive);
    for (Chart.SubChart subChart : encounter.protocol().subCharts()) {
      outcome.resolve(subChart);
    }
    outcome.proved.replaceAll(outcome::perhapsProvisional);
    return outcome;
  }

  /** Writes what a stratum derived, for the strata above it to read. */
  private void derive(int stratum) {
    Protocol protocol = encounter.protocol();
    Assessment assessment = encounter.assessment();
    for (int slot : protocol.computedIn(stratum)) {
      if (protocol.isDerivedCode(slot)) {
        assessment.derivedCode(
            slot,
            codes(protocol.alternativesOf(slot), certain),
            codes(protocol.alternativesOf(slot), possible));
        continue;
      }
      boolean isCertain = any(protocol.rulesOf(slot), certain);
      boolean isPossible = any(protocol.rulesOf(slot), possible);
      if (isCertain && !isPossible) {
        throw new IllegalStateException(
            "slot " + slot + " of " + protocol.id() + " is certain but not possible");
      }
      assessment.derived(slot, isCertain, protocol.isProvedOnly(slot) ? isCertain : isPossible);
      guard(protocol.guardedBy(slot), isCertain, isPossible);
    }
  }

  private void guard(int question, boolean asked, boolean couldBeAsked) {
    if (question < 0) {
      return;
    }
    Assessment assessment = encounter.assessment();
    if (asked) {
      assessment.asked(question);
    } else if (!couldBeAsked && assessment.isOpen(question)) {
      // blank, or said to be not done: either way nobody needs to ask
      assessment.notNeeded(question);
    }
  }

  private static boolean any(int[] rules, BitSet fired) {
    for (int rule : rules) {
      if (fired.get(rule)) {
        return true;
      }
    }
    return false;
  }

  private static int codes(List<Alternative> alternatives, BitSet fired) {
    int codes = 0;
    for (Alternative alternative : alternatives) {
      if (fired.get(alternative.index())) {
        codes |= 1 << alternative.code();
      }
    }
    return codes;
  }

  private void resolve(Chart.SubChart subChart) {
    List<Open> above = new ArrayList<>();
    for (Row row : subChart.rows()) {
      boolean isCertain = fires(row, certain);
      if (isCertain && !(row.isGreen() && !above.isEmpty())) {
        Urgency urgency = urgency(row, certain);
        Urgency couldBe = urgency(row, possible);
        if (couldBe.compareTo(urgency) > 0) {
          above.add(new Open(row, couldBe));
        }
        keep(new Proved(row, urgency, anySevere(above), held(row)));
        above.forEach(this::keepOpen);
        return;
      }
      if (isCertain || fires(row, possible)) {
        above.add(new Open(row, urgency(row, possible)));
      }
      if (isCertain) {
        // a green row that waits for the rows above it: rows below it cannot win any more
        break;
      }
    }
    above.forEach(this::keepOpen);
  }

  private Proved perhapsProvisional(Proved row) {
    boolean waits =
        encounter
            .protocol()
            .provisionalWhile(row.row().chart())
            .map(condition -> condition.possible(encounter.assessment()))
            .orElse(false);
    return waits ? new Proved(row.row(), row.urgency(), true, row.held()) : row;
  }

  /** A green row that is open leaves the chart open, but it makes nothing provisional. */
  private static boolean anySevere(List<Open> above) {
    for (Open row : above) {
      if (!row.row().isGreen()) {
        return true;
      }
    }
    return false;
  }

  private void keep(Proved row) {
    for (int i = 0; i < proved.size(); i++) {
      if (proved.get(i).row() == row.row()) {
        // a row of two sub-charts is provisional when it is in one of them
        if (row.provisional()) {
          proved.set(i, row);
        }
        return;
      }
    }
    proved.add(row);
  }

  private void keepOpen(Open row) {
    if (!row.row().classifies()) {
      return;
    }
    List<Open> rows = row.row().isGreen() ? openGreen : open;
    for (Open other : rows) {
      if (other.row() == row.row()) {
        return;
      }
    }
    rows.add(row);
  }

  private boolean fires(Row row, BitSet fired) {
    return any(encounter.protocol().rulesOf(row.slot()), fired);
  }

  private static Urgency urgency(Row row, BitSet fired) {
    Urgency urgency = Urgency.UNDETERMINED;
    for (Row.Line line : row.lines()) {
      if (fired.get(line.alternative().index())) {
        urgency = Urgency.max(urgency, line.urgency());
      }
    }
    return urgency;
  }

  /** Held: true only by lines that hold the danger sign. */
  private boolean held(Row row) {
    for (Row.Line line : row.lines()) {
      if (certain.get(line.alternative().index()) && !line.flag().equals(Row.HELD)) {
        return false;
      }
    }
    return true;
  }

  Encounter encounter() {
    return encounter;
  }

  boolean isCertain(Alternative alternative) {
    return certain.get(alternative.index());
  }

  /** Possible but not certain. */
  boolean isOpen(Alternative alternative) {
    return possible.get(alternative.index()) && !certain.get(alternative.index());
  }

  /**
   * The proved rows that win in their sub-charts, in chart order; rows without a colour among them.
   */
  List<Proved> proved() {
    return proved;
  }

  /** The rows above green that are not ruled out, in chart order. */
  List<Open> open() {
    return open;
  }

  /**
   * The green rows (and what stands above a proved row without being more severe) that are not
   * ruled out.
   */
  List<Open> openGreen() {
    return openGreen;
  }

  /** No chart is left open. */
  boolean complete() {
    return open.isEmpty() && openGreen.isEmpty();
  }

  /**
   * The highest urgency that is proved; a proved green row counts only while nothing more severe is
   * open.
   */
  Urgency urgency() {
    Urgency above = Urgency.UNDETERMINED;
    boolean green = false;
    for (Proved row : proved) {
      if (row.row().isGreen()) {
        green = true;
      } else if (row.row().classifies()) {
        above = Urgency.max(above, row.urgency());
      }
    }
    if (above != Urgency.UNDETERMINED) {
      return above;
    }
    return green && open.isEmpty() && !encounter.protocol().file().nothingRuledOut()
        ? Urgency.HOME_CARE
        : Urgency.UNDETERMINED;
  }

  /** The highest urgency that is not ruled out. */
  Urgency couldBe() {
    if (encounter.protocol().file().nothingRuledOut()) {
      return Urgency.REFER_URGENT;
    }
    Urgency highest = urgency();
    for (Open row : open) {
      highest = Urgency.max(highest, row.urgency());
    }
    for (Open row : openGreen) {
      highest = Urgency.max(highest, row.urgency());
    }
    // no row at all, proved or open, says nothing good of the patient
    return highest == Urgency.UNDETERMINED ? Urgency.REFER_URGENT : highest;
  }
}
