package org.denba.engine.impact;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.dictionary.NearestId;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;

/**
 * The value that a line of a cohort table stands for: one, any between two, or one about a mean.
 *
 * @param element the data element
 * @param word a code, {@code yes}, or the antigen of a vaccine dose; else empty
 * @param low the lowest number, or the mean
 * @param high the highest number, or the mean
 * @param deviation the standard deviation of a normal distribution, else 0
 */
record ValueDraw(DataElement element, String word, double low, double high, double deviation) {

  private static final String COLUMN = "value";
  private static final String YES = "yes";

  /**
   * @throws RuleFileException when the element cannot have this value
   */
  static ValueDraw read(CsvTable.Row row, DataElement element) {
    String cell = row.required(COLUMN);
    return switch (element.type()) {
      case BOOLEAN -> {
        if (!cell.equals(YES)) {
          throw row.problem(COLUMN, "'" + cell + "' cannot stand here: write yes; the rest is no");
        }
        yield new ValueDraw(element, YES, 0, 0, 0);
      }
      case CODED -> {
        if (!element.hasCode(cell)) {
          throw row.problem(
              COLUMN,
              "'"
                  + cell
                  + "' is no code of "
                  + element.id()
                  + NearestId.of(cell, element.codes())
                      .map(near -> ", perhaps '" + near + "'")
                      .orElse("")
                  + "; there are "
                  + String.join(", ", element.codes()));
        }
        yield new ValueDraw(element, cell, 0, 0, 0);
      }
      case QUANTITY, DATE -> numbers(row, element, "", cell);
      case LIST -> {
        int blank = cell.indexOf(' ');
        if (blank < 0) {
          throw row.problem(COLUMN, "'" + cell + "' cannot stand here: write BCG 0..30");
        }
        yield numbers(row, element, cell.substring(0, blank), cell.substring(blank + 1).strip());
      }
    };
  }

  private static ValueDraw numbers(
      CsvTable.Row row, DataElement element, String word, String cell) {
    try {
      int about = cell.indexOf('~');
      if (about > 0) {
        double mean = Double.parseDouble(cell.substring(0, about));
        return new ValueDraw(
            element, word, mean, mean, Double.parseDouble(cell.substring(about + 1)));
      }
      int between = cell.indexOf("..");
      double low = Double.parseDouble(between < 0 ? cell : cell.substring(0, between));
      double high = between < 0 ? low : Double.parseDouble(cell.substring(between + 2));
      if (low > high) {
        throw row.problem(COLUMN, "'" + cell + "' runs downwards: write the lower number first");
      }
      Interval allowed = element.allowed().orElse(new Interval(low, high));
      if (low < allowed.low() || high > allowed.high()) {
        throw row.problem(
            COLUMN,
            "'"
                + cell
                + "' lies outside what "
                + element.id()
                + " can be: "
                + allowed.low()
                + " to "
                + allowed.high());
      }
      return new ValueDraw(element, word, low, high, 0);
    } catch (NumberFormatException e) {
      throw row.problem(
          COLUMN, "'" + cell + "' is no number: write 120, 36.2..37.4 or 138~11 (mean~deviation)");
    }
  }

  boolean isNormal() {
    return deviation > 0;
  }

  /** A number, to the precision with which it is measured. */
  double number(DoubleSupplier random) {
    double value =
        isNormal()
            ? low + deviation * normal(random)
            : low + random.getAsDouble() * (high - low + step());
    value = isNormal() ? Math.rint(value / step()) * step() : Math.floor(value / step()) * step();
    value = Math.round(value * 10) / 10.0;
    double lowest = isNormal() ? Double.NEGATIVE_INFINITY : low;
    double highest = isNormal() ? Double.POSITIVE_INFINITY : high;
    if (element.type() == ElementType.QUANTITY && element.allowed().isPresent()) {
      lowest = Math.max(lowest, element.allowed().get().low());
      highest = Math.min(highest, element.allowed().get().high());
    }
    return Math.max(lowest, Math.min(highest, value));
  }

  private double step() {
    return switch (element.unit()) {
      case "Cel", "kg", "{Zscore}" -> 0.1;
      default -> 1;
    };
  }

  /** Box and Muller; strict, so that every platform draws the same patients. */
  private static double normal(DoubleSupplier random) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.getAsDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.getAsDouble());
  }

  Finding finding(double number, LocalDate visit) {
    return switch (element.type()) {
      case BOOLEAN -> new Finding.Answer(true);
      case CODED -> new Finding.Code(word);
      case QUANTITY -> Finding.Quantity.of(number);
      case DATE -> new Finding.Day(visit.minusDays((long) number));
      case LIST -> throw new IllegalStateException("an entry of a list is no finding by itself");
    };
  }

  /** An entry of a list on this day, empty where that day has not come yet. */
  Optional<Map<String, String>> entry(LocalDate day, LocalDate visit) {
    if (day.isAfter(visit)) {
      return Optional.empty();
    }
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put(element.codes().get(0), word);
    entry.put(element.codes().get(1), day.toString());
    entry.put(element.codes().get(2), "card");
    return Optional.of(entry);
  }
}
