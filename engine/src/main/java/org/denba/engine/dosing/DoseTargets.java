package org.denba.engine.dosing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.denba.engine.assessment.Interval;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFiles;

/**
 * The second pair of eyes on a dose table: recomputes what every band comes to per kilogram and
 * compares it with {@code doses/targets.csv}. A band outside the target must stand there as a known
 * exception, with its range and the reason; a medicine that is not in the file, and an exception
 * that no band needs, are complaints too.
 */
public final class DoseTargets {

  static final String FILE = "doses/targets.csv";

  private static final List<String> COLUMNS =
      List.of(
          "treatment",
          "medication",
          "form",
          "per_unit",
          "basis",
          "from",
          "to",
          "low",
          "high",
          "reason",
          "source");

  /** Ranges are printed with few decimals. */
  private static final double TOLERANCE = 0.002;

  private final DoseBook book;
  private final WeightForAge weightForAge;
  private final List<CsvTable.Row> lines;
  private final UnaryOperator<String> parameters;
  private final Set<CsvTable.Row> needed = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  private DoseTargets(RuleFiles files, DoseBook book, UnaryOperator<String> parameters) {
    this.book = book;
    this.weightForAge = WeightForAge.load(files);
    this.lines = CsvTable.read(files, FILE, COLUMNS).rows();
    this.parameters = parameters;
  }

  /**
   * @param parameters the value of each parameter that a dose names ({@code
   *     {malaria.artesunate-lt20kg-mgkg}})
   * @return one sentence for each complaint, with file and row; empty when all is well
   */
  public static List<String> check(
      RuleFiles files, DoseBook book, UnaryOperator<String> parameters) {
    DoseTargets targets = new DoseTargets(files, book, parameters);
    book.treatments().forEach(targets::checkTreatment);
    for (CsvTable.Row line : targets.lines) {
      line.required("source");
      if (line.has("basis") && book.has(line.get("treatment")) && !targets.needed.contains(line)) {
        targets.problems.add(
            line.where() + ": no band needs this exception: remove the line or correct its band");
      }
    }
    return targets.problems;
  }

  private void checkTreatment(String treatment) {
    for (DoseRow row : book.rows(treatment)) {
      Optional<CsvTable.Row> target = find(treatment, row, false);
      if (target.isEmpty()) {
        problems.add(
            row.where()
                + ": "
                + row.medication()
                + " has no line in "
                + FILE
                + ": add its mg/kg target");
      } else if (target.get().has("low") || target.get().has("high")) {
        checkRow(treatment, row, target.get());
      } else if (!target.get().has("reason")) {
        problems.add(
            target.get().where() + ": neither a target nor a reason why there is none: add one");
      }
    }
  }

  private void checkRow(String treatment, DoseRow row, CsvTable.Row target) {
    Interval perKg = perKg(row, target);
    if (perKg == null || inside(perKg, target)) {
      return;
    }
    Optional<CsvTable.Row> exception = find(treatment, row, true);
    exception.ifPresent(needed::add);
    if (exception.isEmpty()) {
      problems.add(
          row.where()
              + ": "
              + row.band()
              + " comes to "
              + say(perKg)
              + " per kg, outside the target of "
              + target.where()
              + ": correct the band, or list it there as an exception with its reason");
    } else if (!inside(perKg, exception.get())) {
      problems.add(
          row.where()
              + ": "
              + row.band()
              + " comes to "
              + say(perKg)
              + " per kg, outside the exception of "
              + exception.get().where()
              + ": correct one of them");
    } else if (!exception.get().has("reason")) {
      problems.add(exception.get().where() + ": an exception needs a reason: add it");
    }
  }

  private Optional<CsvTable.Row> find(String treatment, DoseRow row, boolean exception) {
    String form = row.wording().form();
    return lines.stream()
        .filter(
            line ->
                line.get("treatment").equals(treatment)
                    && line.get("medication").equals(row.medication()))
        .filter(line -> !line.has("form") || ("form." + line.get("form")).equals(form))
        .filter(line -> line.has("basis") == exception)
        .filter(line -> !exception || sameBand(line, row.band()))
        .findFirst();
  }

  private static boolean sameBand(CsvTable.Row line, Band band) {
    return line.get("basis").equals(band.basis().toString())
        && band.from() != null
        && line.get("from").equals(band.from().toString())
        && line.get("to").equals(band.to() == null ? "" : band.to().toString());
  }

  /** What a row comes to per kilogram over its band; null when that cannot be said. */
  private Interval perKg(DoseRow row, CsvTable.Row target) {
    Quantity quantity = row.quantity();
    if (quantity == null) {
      return null;
    }
    double unit = target.has("per_unit") ? Operand.number(target.get("per_unit")) : 1;
    double low = value(quantity.amount()) * unit;
    double high = quantity.isRange() ? value(quantity.amountMax()) * unit : low;
    Interval weights = weights(row.band());
    if (quantity.perKg()) {
      double most = weights == null ? Double.MAX_VALUE : quantity.cap() * unit / weights.high();
      return new Interval(Math.min(low, most), high);
    }
    if (weights == null || weights.low() == 0) {
      return null;
    }
    return quantity.isRange()
        ? new Interval(
            Math.min(low / weights.low(), high / weights.high()),
            Math.max(low / weights.low(), high / weights.high()))
        : new Interval(low / weights.high(), high / weights.low());
  }

  private Interval weights(Band band) {
    if (!band.fixed()) {
      return null;
    }
    return switch (band.basis()) {
      case WEIGHT -> new Interval(band.from().number(), band.upper());
      case AGE -> weightForAge.weights(band.from().number(), band.upper());
      default -> null;
    };
  }

  private double value(Operand operand) {
    return operand.isParameter()
        ? Operand.number(parameters.apply(operand.parameter()))
        : operand.number();
  }

  private static boolean inside(Interval perKg, CsvTable.Row line) {
    boolean above =
        !line.has("low") || perKg.low() >= Operand.number(line.get("low")) * (1 - TOLERANCE);
    boolean below =
        !line.has("high") || perKg.high() <= Operand.number(line.get("high")) * (1 + TOLERANCE);
    return above && below;
  }

  private static String say(Interval perKg) {
    return Math.round(perKg.low() * 100) / 100.0 + " to " + Math.round(perKg.high() * 100) / 100.0;
  }
}
