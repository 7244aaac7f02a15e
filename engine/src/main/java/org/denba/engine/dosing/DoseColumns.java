package org.denba.engine.dosing;

import java.util.List;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;

/**
 * The columns of a dose table. A file may leave out those that it does not use, but not the
 * required ones.
 */
final class DoseColumns {

  static final String MEDICATION = "medication";
  static final String WHEN = "when";
  static final String BASIS = "basis";
  static final String FROM = "from";
  static final String TO = "to";
  static final String STEP = "step";
  static final String AMOUNT = "amount";
  static final String AMOUNT_MAX = "amount_max";
  static final String UNIT = "unit";
  static final String STRENGTH = "strength_per_ml";
  static final String ROUND_TO = "round_to";
  static final String ROUNDING = "rounding";
  static final String CAP = "cap";
  static final String FORM = "form";
  static final String COUNT = "count";
  static final String TIMES_PER_DAY = "times_per_day";
  static final String EVERY_HOURS = "every_hours";
  static final String DOSES = "doses";
  static final String DAYS = "days";
  static final String MINUTES = "minutes";
  static final String ROUTE = "route";
  static final String NOTE = "note";
  static final String COURSE_NOTE = "course_note";
  static final String SOURCE = "source";

  private static final List<String> ALL =
      List.of(
          MEDICATION,
          WHEN,
          BASIS,
          FROM,
          TO,
          STEP,
          AMOUNT,
          AMOUNT_MAX,
          UNIT,
          STRENGTH,
          ROUND_TO,
          ROUNDING,
          CAP,
          FORM,
          COUNT,
          TIMES_PER_DAY,
          EVERY_HOURS,
          DOSES,
          DAYS,
          MINUTES,
          ROUTE,
          NOTE,
          COURSE_NOTE,
          SOURCE);

  private static final List<String> REQUIRED = List.of(MEDICATION, BASIS, SOURCE);

  private DoseColumns() {}

  /**
   * @throws RuleFileException when a column is not known or a required one is missing
   */
  static void check(CsvTable table) {
    for (String column : table.columns()) {
      if (!ALL.contains(column)) {
        throw new RuleFileException(
            table.file() + ":1:" + column,
            "is no column of a dose table (columns are separated by commas); allowed are " + ALL);
      }
    }
    for (String column : REQUIRED) {
      if (!table.columns().contains(column)) {
        throw new RuleFileException(
            table.file() + ":1",
            "the column '" + column + "' is missing; required are " + REQUIRED);
      }
    }
  }
}
