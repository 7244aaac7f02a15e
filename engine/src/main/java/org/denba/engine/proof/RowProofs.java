package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.condition.Condition;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.Row;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** Proofs about one patient and the rows of a sub-chart. */
final class RowProofs {

  private final Encoding encoding;
  private final FormulaFactory f;

  RowProofs(Encoding encoding) {
    this.encoding = encoding;
    this.f = encoding.formulas();
  }

  /** Every proof of this kind. */
  void all(Subject chart, Refutations into) {
    complete(chart, into);
    decided(chart, into);
    oneBlock(chart, into);
    severeFirst(chart, into);
    alive(chart, into);
    nothingKnown(chart, into);
    readings(chart, into);
  }

  private void readings(Subject subject, Refutations into) {
    for (Row row : subject.subChart().rows()) {
      for (Row.Line line : row.lines()) {
        into.look(
            subject,
            Property.READINGS,
            line.alternative().name(),
            "it is certain but not possible",
            encoding.alternative(line.alternative(), false),
            f.not(encoding.alternative(line.alternative(), true)));
      }
    }
  }

  /** Rows of which every line says that something is not known. */
  static boolean isNeverProved(Row row) {
    return row.lines().stream().allMatch(RowProofs::isNeverProved);
  }

  static boolean isNeverProved(Row.Line line) {
    return line.flag().equals(Row.NEVER_PROVED);
  }

  private void complete(Subject subject, Refutations into) {
    Chart.SubChart subChart = subject.subChart();
    if (subChart.rows().stream().noneMatch(Row::isGreen)) {
      return;
    }
    List<Formula> uncovered = new ArrayList<>(List.of(subject.everythingAssessed(encoding)));
    entry(subChart).forEach(condition -> uncovered.add(encoding.condition(condition, false)));
    subChart.rows().forEach(row -> uncovered.add(f.not(encoding.order().wins(subChart, row))));
    // a chart may say it in another of its sub-charts (an ear that has discharged for long)
    encoding.protocol().rows().stream()
        .filter(row -> row.classifies() && row.chart().equals(subChart.rows().get(0).chart()))
        .forEach(row -> uncovered.add(f.not(encoding.row(row, false))));
    into.look(
        subject,
        Property.COMPLETE,
        "",
        "this patient, with everything assessed, gets no row",
        uncovered.toArray(Formula[]::new));
  }

  /** The conditions that every line of the sub-chart has: without them the chart is not entered. */
  private static List<Condition> entry(Chart.SubChart subChart) {
    Set<String> common = null;
    List<Condition> all = new ArrayList<>();
    for (Row row : subChart.rows()) {
      for (Row.Line line : row.lines()) {
        Set<String> texts =
            line.alternative().conditions().stream()
                .map(Condition::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (common == null) {
          common = texts;
          all = line.alternative().conditions();
        } else {
          common.retainAll(texts);
        }
      }
    }
    Set<String> entry = common == null ? Set.of() : common;
    return all.stream().filter(condition -> entry.contains(condition.text())).toList();
  }

  private void decided(Subject subject, Refutations into) {
    Formula assessed = subject.everythingAssessed(encoding);
    for (Row row : subject.subChart().rows()) {
      for (Row.Line line : row.lines()) {
        if (isNeverProved(line)) {
          continue;
        }
        into.look(
            subject,
            Property.DECIDED,
            line.alternative().name(),
            "it stays open though everything was assessed",
            assessed,
            encoding.alternative(line.alternative(), true),
            f.not(encoding.alternative(line.alternative(), false)));
      }
    }
  }

  private void oneBlock(Subject subject, Refutations into) {
    List<Row> rows = subject.subChart().rows();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        if (rows.get(i).id().equals(rows.get(j).id()) && contradict(rows.get(i), rows.get(j))) {
          into.look(
              subject,
              Property.ONE_BLOCK,
              rows.get(i).id(),
              "it applies as " + words(rows.get(i)) + " and as " + words(rows.get(j)) + " together",
              encoding.row(rows.get(i), false),
              encoding.row(rows.get(j), false));
        }
      }
    }
  }

  /** Blocks that say the same, one of them higher up with a flag, do not contradict each other. */
  private static boolean contradict(Row one, Row other) {
    return !one.classification().equals(other.classification()) || one.colour() != other.colour();
  }

  private static String words(Row row) {
    return row.classification() + " (" + row.colour().code() + ")";
  }

  private void severeFirst(Subject subject, Refutations into) {
    List<Row> rows = subject.subChart().rows();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        Row winner = rows.get(i);
        Row below = rows.get(j);
        if (winner.colour() == Colour.NONE || below.colour().compareTo(winner.colour()) <= 0) {
          continue;
        }
        into.look(
            subject,
            Property.SEVERE_FIRST,
            winner.id(),
            "it wins though "
                + below.id()
                + ", which is "
                + below.colour().code()
                + ", stands below it and applies: put the more severe row first",
            encoding.order().wins(subject.subChart(), winner),
            encoding.row(below, false));
      }
    }
  }

  private void alive(Subject subject, Refutations into) {
    for (Row row : subject.subChart().rows()) {
      Formula place =
          isNeverProved(row)
              ? f.and(encoding.order().isReached(subject.subChart(), row), encoding.row(row, true))
              : encoding.order().wins(subject.subChart(), row);
      if (encoding.search().find(place).isEmpty()) {
        into.add(
            Refutation.of(
                Property.NO_DEAD_ROW,
                subject.id(),
                row.id(),
                "no patient gets it, whatever the parameters, the setting and the visit: its"
                    + " conditions exclude each other, or the rows above it take every patient"));
        continue;
      }
      row.lines().forEach(line -> alive(subject, row, line, place, into));
    }
  }

  private void alive(Subject subject, Row row, Row.Line line, Formula place, Refutations into) {
    boolean reading = isNeverProved(line);
    Formula own = encoding.alternative(line.alternative(), reading);
    if (encoding.search().find(place, own).isEmpty()
        && (!reading
            || encoding
                .search()
                .find(encoding.order().isReached(subject.subChart(), row), own)
                .isEmpty())) {
      into.add(
          Refutation.of(
              Property.NO_DEAD_LINE,
              subject.id(),
              line.alternative().name(),
              "no patient gets the row by it: its conditions exclude each other, or the rows above"
                  + " take every such patient"));
      return;
    }
    if (row.lines().size() > 1 && isSpare(row, line)) {
      into.add(
          Refutation.of(
              Property.NO_SPARE_LINE,
              subject.id(),
              line.alternative().name(),
              "the other lines of its row hold for all of its patients: it can be left out"));
    }
  }

  private boolean isSpare(Row row, Row.Line line) {
    for (boolean possible : new boolean[] {false, true}) {
      List<Formula> own = new ArrayList<>();
      own.add(encoding.alternative(line.alternative(), possible));
      for (Row.Line other : row.lines()) {
        if (other != line
            && other.urgency().compareTo(line.urgency()) >= 0
            && other.flag().equals(line.flag())) {
          own.add(f.not(encoding.alternative(other.alternative(), possible)));
        }
      }
      if (encoding.search().find(own).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private void nothingKnown(Subject subject, Refutations into) {
    List<Formula> unknown = new ArrayList<>();
    for (Input input : subject.inputs()) {
      if (input.isFinding() && !FindingStates.isOfThePatient(input.name())) {
        unknown.add(f.or(encoding.variables(input).is(input.blank()), encoding.isLeftOpen(input)));
      }
    }
    for (Row row : subject.subChart().rows()) {
      if (row.isGreen()) {
        List<Formula> all = new ArrayList<>(unknown);
        all.add(encoding.order().wins(subject.subChart(), row));
        into.look(
            subject,
            Property.NOTHING_KNOWN,
            row.id(),
            "it is green, and proved of a patient of whom nothing is known",
            all.toArray(Formula[]::new));
      }
    }
  }
}
