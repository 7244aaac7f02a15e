package org.denba.engine.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.Otherwise;
import org.denba.engine.condition.Trace;
import org.denba.engine.condition.YesNo;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Measurements;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;

/**
 * Says on which findings a row rests, and which unknown findings leave it open, by walking down to
 * what somebody can observe.
 */
final class Explanation {

  private final Outcome outcome;
  private final Protocol protocol;
  private final Assessment assessment;
  private final DataDictionary dictionary;
  private final MissingLeaves missingLeaves;
  private final BitSet[] missingOfSlot;

  Explanation(Outcome outcome, DataDictionary dictionary) {
    this.outcome = outcome;
    this.protocol = outcome.encounter().protocol();
    this.assessment = outcome.encounter().assessment();
    this.dictionary = dictionary;
    this.missingLeaves = new MissingLeaves(outcome.encounter(), dictionary);
    this.missingOfSlot = new BitSet[protocol.slots()];
  }

  MissingLeaves leaves() {
    return missingLeaves;
  }

  /** The findings and parameters that the true lines of a row used. */
  List<TriageResult.Because> because(Row row) {
    BecauseLeaves leaves = new BecauseLeaves();
    for (Row.Line line : row.lines()) {
      if (outcome.isCertain(line.alternative())) {
        leaves.because(line.alternative());
        if (line.alternative().conditions().stream().anyMatch(Otherwise.class::isInstance)) {
          leaves.refutedAbove(row);
        }
      }
    }
    List<TriageResult.Because> because = new ArrayList<>();
    for (int slot = leaves.found.nextSetBit(0);
        slot >= 0;
        slot = leaves.found.nextSetBit(slot + 1)) {
      // a question that did not arise rules things out too, but nobody found anything
      if (outcome.encounter().finding(slot) != null) {
        because.add(finding(slot));
      }
    }
    for (int p = leaves.parameters.nextSetBit(0); p >= 0; p = leaves.parameters.nextSetBit(p + 1)) {
      because.add(
          new TriageResult.Because(
              null, assessment.parameters().id(p), number(assessment.parameters().value(p)), null));
    }
    return because;
  }

  /** The unknown elements of the lines of a row that are still possible; not to be changed. */
  BitSet missing(Row row) {
    return missingOf(row.slot());
  }

  /** The unknown elements that could still make the missing answers of a row not needed. */
  BitSet missingByGuard(Row row) {
    BitSet unknown = new BitSet(dictionary.size());
    missing(row).stream()
        .map(protocol::guardOf)
        .filter(guard -> guard >= 0)
        .forEach(guard -> unknown.or(missingOf(guard)));
    return unknown;
  }

  /** The unknown elements that keep one open condition from being decided; not to be changed. */
  BitSet missing(Condition condition) {
    if (condition instanceof YesNo sign) {
      return missingOf(sign.slot());
    }
    BitSet unknown = new BitSet(dictionary.size());
    condition.missing(assessment, new MissingTrace(unknown));
    return unknown;
  }

  /** The unknown leaves below one slot, worked out once. */
  private BitSet missingOf(int slot) {
    if (missingOfSlot[slot] == null) {
      BitSet unknown = new BitSet(dictionary.size());
      MissingTrace trace = new MissingTrace(unknown);
      List<Alternative> rules = protocol.alternativesOf(slot);
      if (rules.isEmpty()) {
        missingLeaves.add(slot, unknown);
      }
      for (Alternative rule : rules) {
        if (outcome.isOpen(rule)) {
          for (Condition condition : rule.conditions()) {
            if (condition.open(assessment)) {
              condition.missing(assessment, trace);
            }
          }
        }
      }
      missingOfSlot[slot] = unknown;
    }
    return missingOfSlot[slot];
  }

  private TriageResult.Because finding(int slot) {
    DataElement element = dictionary.elements().get(slot);
    Finding finding = outcome.encounter().finding(slot);
    String unit = element.unit().isEmpty() ? null : element.unit();
    if (finding instanceof Finding.Answer answer) {
      return new TriageResult.Because(element.id(), null, answer.yes(), null);
    }
    if (finding instanceof Finding.Quantity quantity) {
      return new TriageResult.Because(
          element.id(), null, value(shown(slot, quantity.value())), unit);
    }
    if (finding instanceof Finding.Code code) {
      return new TriageResult.Because(element.id(), null, code.code(), null);
    }
    if (finding instanceof Finding.Day day) {
      return new TriageResult.Because(element.id(), null, day.date().toString(), null);
    }
    if (finding instanceof Finding.NotDone notDone) {
      return new TriageResult.Because(
          element.id(), null, new TriageResult.NotDone(notDone.reason()), null);
    }
    if (finding instanceof Finding.Entries list) {
      return new TriageResult.Because(element.id(), null, text(list), null);
    }
    return new TriageResult.Because(element.id(), null, null, null);
  }

  private static String text(Finding.Entries list) {
    return list.entries().stream()
        .map(entry -> String.join(" ", entry.values()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** A computed z-score is compared with full precision and shown with two decimals. */
  private Interval shown(int slot, Interval value) {
    for (Measurements.ZScore score : protocol.measurements().zScores()) {
      if (score.slot() == slot) {
        return new Interval(twoDecimals(value.low()), twoDecimals(value.high()));
      }
    }
    return value;
  }

  private static double twoDecimals(double number) {
    return Math.round(number * 100) / 100.0;
  }

  private static Object value(Interval value) {
    return value.isPoint()
        ? number(value.low())
        : new TriageResult.Range((Number) number(value.low()), (Number) number(value.high()));
  }

  /** Whole numbers as whole numbers, so that 44 is not written 44.0. */
  static Object number(Object value) {
    return value instanceof Double d && d == Math.rint(d) && Math.abs(d) < Integer.MAX_VALUE
        ? (Object) d.intValue()
        : value;
  }

  /** Collects the unknown leaves. */
  private final class MissingTrace implements Trace {
    private final BitSet unknown;

    private MissingTrace(BitSet unknown) {
      this.unknown = unknown;
    }

    @Override
    public void because(int slot) {
      throw new IllegalStateException("only what is missing is asked for");
    }

    @Override
    public void refuted(int slot) {
      throw new IllegalStateException("only what is missing is asked for");
    }

    @Override
    public void missing(int slot) {
      unknown.or(missingOf(slot));
    }

    @Override
    public void parameter(int parameter) {
      // a parameter is never missing
    }
  }

  /** Collects the findings that decided something; a derived sign or row is walked through once. */
  private final class BecauseLeaves implements Trace {
    private final BitSet found = new BitSet(dictionary.size());
    private final BitSet parameters = new BitSet();
    private final BitSet walkedBecause = new BitSet(protocol.slots());
    private final BitSet walkedRefuted = new BitSet(protocol.slots());

    void because(Alternative rule) {
      for (Condition condition : rule.conditions()) {
        condition.because(assessment, this);
      }
    }

    /** What rules out the rows above the last row of a sub-chart: it rests on nothing else. */
    void refutedAbove(Row last) {
      for (Chart.SubChart subChart : protocol.subCharts()) {
        if (subChart.rows().contains(last)) {
          for (Row above : subChart.rows().subList(0, subChart.rows().indexOf(last))) {
            refuted(above.slot());
          }
        }
      }
    }

    @Override
    public void because(int slot) {
      List<Alternative> rules = protocol.alternativesOf(slot);
      if (rules.isEmpty()) {
        missingLeaves.observed(slot, found);
      } else if (!walkedBecause.get(slot)) {
        walkedBecause.set(slot);
        for (Alternative rule : rules) {
          if (outcome.isCertain(rule)) {
            because(rule);
          }
        }
      }
    }

    @Override
    public void refuted(int slot) {
      List<Alternative> rules = protocol.alternativesOf(slot);
      if (rules.isEmpty()) {
        missingLeaves.observed(slot, found);
      } else if (!walkedRefuted.get(slot) && !protocol.isProvedOnly(slot)) {
        // that something is not proved is no finding
        walkedRefuted.set(slot);
        for (Alternative rule : rules) {
          for (Condition condition : rule.conditions()) {
            if (!condition.possible(assessment)) {
              condition.refutedBy(assessment, this);
            }
          }
        }
      }
    }

    @Override
    public void missing(int slot) {
      throw new IllegalStateException("only what was found is asked for");
    }

    @Override
    public void parameter(int parameter) {
      parameters.set(parameter);
    }
  }
}
