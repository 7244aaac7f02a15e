package org.denba.engine.dosing;

import java.util.List;
import java.util.function.Function;
import org.denba.engine.assessment.Interval;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * Which weights and ages belong together ({@code doses/weight-for-age.csv}). It never decides a
 * dose; it tells when a weight and an age do not fit, and what a dose by age comes to per kilogram.
 */
final class WeightForAge {

  static final String FILE = "doses/weight-for-age.csv";

  private static final List<String> COLUMNS =
      List.of("weight_from", "weight_to", "age_from", "age_to", "source");

  private final List<Pair> pairs;

  private WeightForAge(List<Pair> pairs) {
    this.pairs = pairs;
  }

  private record Pair(double weightFrom, double weightTo, double ageFrom, double ageTo) {}

  static WeightForAge load(RuleFiles files) {
    CsvTable table = CsvTable.read(files, FILE, COLUMNS);
    if (table.rows().isEmpty()) {
      throw new RuleFileException(FILE, "has no rows: add the bands of weight and age");
    }
    List<Pair> pairs = table.rows().stream().map(WeightForAge::pair).toList();
    for (int i = 1; i < pairs.size(); i++) {
      if (pairs.get(i).weightFrom != pairs.get(i - 1).weightTo
          || pairs.get(i).ageFrom != pairs.get(i - 1).ageTo) {
        throw new RuleFileException(
            table.rows().get(i).where(),
            "does not begin where the row before ends: the bands must follow each other");
      }
    }
    return new WeightForAge(pairs);
  }

  private static Pair pair(CsvTable.Row row) {
    row.required("source");
    DoseCells cells = new DoseCells(row);
    COLUMNS.forEach(row::required);
    Pair pair =
        new Pair(
            edge(cells, "weight_from"),
            edge(cells, "weight_to"),
            edge(cells, "age_from"),
            edge(cells, "age_to"));
    if (pair.weightFrom >= pair.weightTo || pair.ageFrom >= pair.ageTo) {
      throw new RuleFileException(
          row.where(), "a band ends before it begins: from must be below to");
    }
    return pair;
  }

  private static double edge(DoseCells cells, String column) {
    Operand edge = cells.operand(column);
    if (edge.isParameter()) {
      throw cells.problem(column, "must be a number, a parameter is not allowed here");
    }
    return edge.number();
  }

  /**
   * How many bands lie between the weight and the nearest age that is possible; 0 in the same band,
   * 1 in the next one.
   */
  int bandsApart(double weight, Interval age) {
    int byWeight = place(weight, Pair::weightFrom, Pair::weightTo);
    int youngest = place(age.low(), Pair::ageFrom, Pair::ageTo);
    int oldest = place(age.high(), Pair::ageFrom, Pair::ageTo);
    return Math.max(0, Math.max(youngest - byWeight, byWeight - oldest));
  }

  /** The place of a value: 0 below the first band, then 1 … n, n + 1 above the last. */
  private int place(double value, Function<Pair, Double> from, Function<Pair, Double> to) {
    if (value < from.apply(pairs.get(0))) {
      return 0;
    }
    for (int i = 0; i < pairs.size(); i++) {
      if (value < to.apply(pairs.get(i))) {
        return i + 1;
      }
    }
    return pairs.size() + 1;
  }

  /**
   * The weights that belong to ages from {@code from} up to {@code to} (not included); null when
   * the table has none.
   */
  Interval weights(double from, double to) {
    Interval weights = null;
    for (Pair pair : pairs) {
      if (from < pair.ageTo && pair.ageFrom < to) {
        Interval band = new Interval(pair.weightFrom, pair.weightTo);
        weights = weights == null ? band : weights.hull(band);
      }
    }
    return weights;
  }
}
