package org.denba.engine.immunisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.denba.engine.condition.Condition;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * How the doses that were given are read: what {@code vaccination.csv} says, beside the calendar.
 *
 * @param doses the list element with the doses, each with antigen, date and source
 * @param wholeHistoryWhen a list that was sent then holds every dose that was given
 * @param noDoseWhen an empty list then says that no dose was given
 * @param askedWith what is asked together with the list of doses
 * @param district the element with the child's district
 * @param provedBy the sources that prove a dose
 * @param searched the source that, without a vaccine, says that it was searched
 * @param countTold the parameter that says whether a dose counts that was only told
 * @param graceDays the parameter with the days by which a dose may be too early
 * @param overdueAfterDays the parameter with the days after which a dose is overdue
 */
record VaccinationSettings(
    DataElement doses,
    Condition wholeHistoryWhen,
    Condition noDoseWhen,
    DataElement askedWith,
    DataElement district,
    Set<String> provedBy,
    String searched,
    String countTold,
    String graceDays,
    String overdueAfterDays) {

  static final String FILE = "vaccination.csv";

  private static final List<String> COLUMNS = List.of("setting", "value", "why");

  /**
   * @param conditions reads a condition of the rules
   * @param isParameter whether the protocol has a parameter of this name
   * @throws RuleFileException naming file, row and column of what cannot be used
   */
  static VaccinationSettings read(
      RuleFiles files,
      String folder,
      DataDictionary dictionary,
      Function<String, Condition> conditions,
      Predicate<String> isParameter) {
    String path = folder + "/" + FILE;
    Map<String, CsvTable.Row> rows = new LinkedHashMap<>();
    for (CsvTable.Row row : CsvTable.read(files, path, COLUMNS).rows()) {
      if (rows.put(row.required("setting"), row) != null) {
        throw row.problem("setting", "stands here a second time: remove one");
      }
    }
    Cells cells = new Cells(path, rows, dictionary, conditions, isParameter);
    VaccinationSettings settings =
        new VaccinationSettings(
            cells.element("doses"),
            cells.condition("whole-history-when"),
            cells.condition("no-dose-when"),
            cells.element("asked-with"),
            cells.element("district"),
            Set.copyOf(cells.row("proved-by").list("value")),
            cells.text("searched"),
            cells.parameter("count-told"),
            cells.parameter("grace-days"),
            cells.parameter("overdue-after-days"));
    cells.checkAllUsed();
    return settings;
  }

  /** The settings by name, each read once. */
  private record Cells(
      String path,
      Map<String, CsvTable.Row> rows,
      DataDictionary dictionary,
      Function<String, Condition> conditions,
      Predicate<String> isParameter) {

    CsvTable.Row row(String setting) {
      CsvTable.Row row = rows.remove(setting);
      if (row == null) {
        throw new RuleFileException(path, "the setting '" + setting + "' is missing");
      }
      return row;
    }

    String text(String setting) {
      return row(setting).required("value");
    }

    DataElement element(String setting) {
      CsvTable.Row row = row(setting);
      return dictionary
          .element(row.required("value"))
          .orElseThrow(() -> row.problem("value", "'" + row.get("value") + "' is no data element"));
    }

    Condition condition(String setting) {
      CsvTable.Row row = row(setting);
      return ScheduleReader.inCell(row, "value", () -> conditions.apply(row.required("value")));
    }

    String parameter(String setting) {
      CsvTable.Row row = row(setting);
      if (!isParameter.test(row.required("value"))) {
        throw row.problem("value", "'" + row.get("value") + "' is no parameter of this protocol");
      }
      return row.get("value");
    }

    void checkAllUsed() {
      if (!rows.isEmpty()) {
        CsvTable.Row row = rows.values().iterator().next();
        throw row.problem("setting", "'" + row.get("setting") + "' is no setting of this file");
      }
    }
  }
}
