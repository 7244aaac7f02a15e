package org.denba.engine.growth;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.growth.GrowthCsv.Row;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * How the tables are used, as the file {@code growth/method.csv} says: domains, which table at
 * which age, restriction and flags.
 *
 * @param length domain of weight-for-length, cm
 * @param height domain of weight-for-height, cm
 * @param age domain of weight-for-age, days
 * @param heightFromDays the age from which weight-for-height is used
 * @param heightFromCm the length from which weight-for-height is used when neither age nor position
 *     is known
 * @param lengthMinusHeight what a child measures more lying than standing, cm
 * @param score the restricted z-score
 * @param lengthHeightFlag the z-scores for length or height that are believed
 * @param ageFlag the z-scores for age that are believed
 * @param decimalsL published decimals of L
 * @param decimalsM published decimals of M
 * @param decimalsS published decimals of S
 */
record GrowthMethod(
    Domain length,
    Domain height,
    Domain age,
    int heightFromDays,
    double heightFromCm,
    double lengthMinusHeight,
    RestrictedScore score,
    FlagBounds lengthHeightFlag,
    FlagBounds ageFlag,
    int decimalsL,
    int decimalsM,
    int decimalsS) {

  private static final String FILE = "growth/method.csv";
  private static final String VALUE = "value";
  private static final int MOST_DECIMALS = 9;
  private static final int MOST_ROWS_OF_A_TABLE = 100_000;

  /**
   * @throws RuleFileException when a value is missing, unknown or makes no sense
   */
  static GrowthMethod read(RuleFiles files) {
    Values values = new Values(files);
    GrowthMethod method =
        new GrowthMethod(
            values.domain("weight-for-length"),
            values.domain("weight-for-height"),
            values.domain("weight-for-age"),
            values.whole("height-from-age", Integer.MAX_VALUE),
            values.number("height-from-length"),
            values.number("length-minus-height"),
            values.score(),
            values.flag("weight-for-length-or-height"),
            values.flag("weight-for-age"),
            values.whole("decimals.l", MOST_DECIMALS),
            values.whole("decimals.m", MOST_DECIMALS),
            values.whole("decimals.s", MOST_DECIMALS));
    values.refuseUnread();
    return method;
  }

  /** The rows of the file by id, and which of them were asked for. */
  private static final class Values {

    private final Map<String, Row> rows = new HashMap<>();
    private final Set<String> read = new HashSet<>();

    Values(RuleFiles files) {
      for (Row row : GrowthCsv.read(files, FILE, List.of("id", VALUE, "unit", "why"))) {
        if (rows.put(row.text("id"), row) != null) {
          throw row.problem("id", "\"" + row.text("id") + "\" is there twice: keep one row");
        }
      }
    }

    Row row(String id) {
      read.add(id);
      Row row = rows.get(id);
      if (row == null) {
        throw new RuleFileException(FILE, "has no row \"" + id + "\": add it");
      }
      return row;
    }

    double number(String id) {
      return row(id).number(VALUE);
    }

    int whole(String id, int most) {
      double value = number(id);
      if (value != Math.rint(value) || value < 0 || value > most) {
        throw row(id).problem(VALUE, value + " is not a whole number from 0 to " + most);
      }
      return (int) value;
    }

    /** The number of a row that must be above that of another row. */
    double above(String id, double other, String otherId) {
      double value = number(id);
      if (value <= other) {
        throw row(id)
            .problem(VALUE, value + " is not above \"" + otherId + "\": write a larger number");
      }
      return value;
    }

    Domain domain(String table) {
      double from = number(table + ".from");
      double to = above(table + ".to", from, table + ".from");
      double step = row(table + ".step").positive(VALUE);
      Domain domain = new Domain(from, to, step);
      if ((to - from) / step > MOST_ROWS_OF_A_TABLE || !domain.isOnStep(to)) {
        throw row(table + ".step")
            .problem(
                VALUE,
                step
                    + " does not lead from "
                    + from
                    + " to "
                    + to
                    + " in fewer than "
                    + MOST_ROWS_OF_A_TABLE
                    + " equal steps");
      }
      return domain;
    }

    RestrictedScore score() {
      double from = row("restricted-from").positive(VALUE);
      return new RestrictedScore(from, above("restricted-beyond", from, "restricted-from"));
    }

    FlagBounds flag(String table) {
      double below = number(table + ".flag-below");
      return new FlagBounds(below, above(table + ".flag-above", below, table + ".flag-below"));
    }

    void refuseUnread() {
      rows.forEach(
          (id, row) -> {
            if (!read.contains(id)) {
              throw row.problem(
                  "id", "\"" + id + "\" is not known: correct the id or take the row out");
            }
          });
    }
  }
}
