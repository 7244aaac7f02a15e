package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** The order of the rows in a sub-chart: the first that is certain wins. */
final class RowOrder {

  private final Encoding encoding;
  private final FormulaFactory f;

  RowOrder(Encoding encoding) {
    this.encoding = encoding;
    this.f = encoding.formulas();
  }

  /** No row before this one is certain. */
  Formula isReached(Chart.SubChart subChart, Row row) {
    List<Formula> before = new ArrayList<>();
    for (Row other : subChart.rows()) {
      if (other == row) {
        break;
      }
      before.add(f.not(encoding.row(other, false)));
    }
    return f.and(before);
  }

  /** The row is proved: certain, the first in its sub-chart, and if green with none above open. */
  Formula wins(Chart.SubChart subChart, Row row) {
    List<Formula> wins =
        new ArrayList<>(List.of(isReached(subChart, row), encoding.row(row, false)));
    if (row.isGreen()) {
      for (Row other : subChart.rows()) {
        if (other == row) {
          break;
        }
        wins.add(f.not(encoding.row(other, true)));
      }
    }
    return f.and(wins);
  }

  /** The sub-chart proves at least this urgency. */
  Formula proves(Chart.SubChart subChart, Urgency urgency) {
    return encoding.known(
        "proves " + subChart.id() + urgency,
        () ->
            f.or(
                subChart.rows().stream()
                    .map(row -> f.and(wins(subChart, row), line(row, urgency, false)))
                    .toList()));
  }

  /** The sub-chart does not rule this urgency out. */
  Formula couldBe(Chart.SubChart subChart, Urgency urgency) {
    return encoding.known(
        "could be " + subChart.id() + urgency,
        () ->
            f.or(
                subChart.rows().stream()
                    .map(row -> f.and(isReached(subChart, row), line(row, urgency, true)))
                    .toList()));
  }

  private Formula line(Row row, Urgency atLeast, boolean possible) {
    return f.or(
        row.lines().stream()
            .filter(line -> line.urgency().compareTo(atLeast) >= 0)
            .map(line -> encoding.alternative(line.alternative(), possible))
            .toList());
  }

  /** A patient for whom a row wins, or is possible without winning, in one of its sub-charts. */
  Optional<Patient> who(Row row, boolean proved) {
    for (Chart.SubChart subChart : encoding.protocol().subCharts()) {
      if (subChart.rows().contains(row)) {
        List<Input> inputs =
            List.copyOf(encoding.dependencies().leaves(Dependencies.slots(subChart)));
        Formula wins = wins(subChart, row);
        Formula wanted =
            proved ? wins : f.and(isReached(subChart, row), encoding.row(row, true), f.not(wins));
        Optional<Patient> found =
            encoding
                .search()
                .findShort(inputs, wanted)
                .map(s -> encoding.search().patient(s, inputs));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
