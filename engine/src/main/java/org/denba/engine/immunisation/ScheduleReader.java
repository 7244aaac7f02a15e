package org.denba.engine.immunisation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.condition.Condition;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/** Reads the calendar, with errors that name file, row and column. */
final class ScheduleReader {

  static final String FILE = "schedule.csv";

  private static final List<String> COLUMNS =
      List.of(
          "antigen",
          "dose",
          "min-age",
          "recommended",
          "min-interval",
          "too-old-from",
          "if-too-old",
          "season",
          "active-from",
          "active-when",
          "districts",
          "live-spacing",
          "late-start-from",
          "late-start-doses",
          "certainty",
          "source");
  private static final List<String> OF_THE_VACCINE = List.of("districts", "live-spacing");
  private static final String SKIP = "skip";
  private static final String NEXT = "vaccine-next-";
  private static final String STATUS = "vaccine-status-";
  private static final String COME_BACK = "vaccine-return-";

  private final DataDictionary dictionary;
  private final Function<String, Condition> conditions;
  private final ParameterValues parameters;

  /**
   * @param conditions reads a condition of the rules
   * @param parameters the protocol's parameters
   */
  ScheduleReader(
      DataDictionary dictionary,
      Function<String, Condition> conditions,
      ParameterValues parameters) {
    this.dictionary = dictionary;
    this.conditions = conditions;
    this.parameters = parameters;
  }

  /**
   * @throws RuleFileException naming each cell that cannot be used
   */
  List<Vaccine> read(RuleFiles files, String folder) {
    Map<String, List<CsvTable.Row>> byAntigen = new LinkedHashMap<>();
    ProblemList problems = new ProblemList();
    for (CsvTable.Row row : CsvTable.read(files, folder + "/" + FILE, problems, COLUMNS).rows()) {
      problems.collect(
          () -> {
            row.required("certainty");
            row.required("source");
            byAntigen.computeIfAbsent(row.required("antigen"), a -> new ArrayList<>()).add(row);
          });
    }
    List<Vaccine> vaccines = new ArrayList<>();
    byAntigen.values().forEach(rows -> problems.collect(() -> vaccines.add(vaccine(rows))));
    problems.throwIfAny(folder + "/" + FILE);
    return List.copyOf(vaccines);
  }

  private Vaccine vaccine(List<CsvTable.Row> rows) {
    CsvTable.Row first = rows.get(0);
    String name = first.get("antigen").toLowerCase(Locale.ROOT);
    DataElement next = element(first, NEXT + name, ElementType.CODED);
    DataElement status = element(first, STATUS + name, ElementType.CODED);
    for (VaccineStatus code : VaccineStatus.values()) {
      if (!status.hasCode(code.code())) {
        throw first.problem(
            "antigen", "the element '" + status.id() + "' lacks the code '" + code.code() + "'");
      }
    }
    String districts = parameter(first, "districts");
    Span liveSpacing = span(first, "live-spacing");
    List<ScheduledDose> doses = new ArrayList<>();
    for (CsvTable.Row row : rows) {
      OF_THE_VACCINE.forEach(column -> sameAs(first, row, column));
      ScheduledDose dose = dose(row, name, next);
      if (!doses.isEmpty() && dose.number() < doses.get(doses.size() - 1).number()) {
        throw row.problem("dose", "comes after a later dose: write the doses in their order");
      }
      doses.add(dose);
    }
    return new Vaccine(
        first.get("antigen"),
        next,
        status,
        element(first, COME_BACK + name, ElementType.QUANTITY),
        List.copyOf(doses),
        districts,
        liveSpacing,
        lateStart(first));
  }

  /** What is said of the vaccine stands in each of its lines, so that no line misleads. */
  private static void sameAs(CsvTable.Row first, CsvTable.Row row, String column) {
    if (!row.get(column).equals(first.get(column))) {
      throw row.problem(
          column,
          "'"
              + row.get(column)
              + "' is not what the first line of "
              + first.get("antigen")
              + " says ('"
              + first.get(column)
              + "'), which counts for all doses: write the same in each line");
    }
  }

  private ScheduledDose dose(CsvTable.Row row, String name, DataElement next) {
    String number = row.required("dose");
    if (!number.matches("\\d{1,2}")) {
      throw row.problem("dose", "'" + number + "' is no number of a dose");
    }
    String code = name + "-" + number;
    if (!next.hasCode(code)) {
      throw row.problem("dose", "'" + code + "' is no code of '" + next.id() + "'");
    }
    row.required("min-age");
    return new ScheduledDose(
        code,
        Integer.parseInt(number),
        span(row, "min-age"),
        span(row, "recommended"),
        span(row, "min-interval"),
        span(row, "too-old-from"),
        skips(row),
        season(row),
        day(row),
        row.has("active-when")
            ? inCell(row, "active-when", () -> conditions.apply(row.get("active-when")))
            : null);
  }

  private DataElement element(CsvTable.Row row, String id, ElementType type) {
    Optional<DataElement> element = dictionary.element(id);
    if (element.isEmpty() || !element.get().derived() || element.get().type() != type) {
      throw row.problem(
          "antigen",
          "needs the element '"
              + id
              + "' of the type derived-"
              + type.name().toLowerCase(Locale.ROOT)
              + " in "
              + DataDictionary.FILE);
    }
    return element.get();
  }

  private Span span(CsvTable.Row row, String column) {
    if (!row.has(column)) {
      return null;
    }
    return Span.parse(row.get(column), this::isNumber)
        .orElseThrow(
            () ->
                row.problem(
                    column,
                    "'"
                        + row.get(column)
                        + "' is no age or interval: write 42 d, 14 wk, 9 mo or {a.parameter} mo"));
  }

  private boolean isNumber(String parameter) {
    if (!parameters.has(parameter)) {
      return false;
    }
    try {
      return Double.isFinite(Double.parseDouble(parameters.text(parameter)));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean skips(CsvTable.Row row) {
    if (row.has("if-too-old") && !row.get("if-too-old").equals(SKIP)) {
      throw row.problem(
          "if-too-old", "'" + row.get("if-too-old") + "' is not known: write skip or nothing");
    }
    return row.has("if-too-old");
  }

  private static Season season(CsvTable.Row row) {
    if (!row.has("season")) {
      return null;
    }
    return Season.parse(row.get("season"))
        .orElseThrow(
            () ->
                row.problem(
                    "season", "'" + row.get("season") + "' is no season: write 05-01..06-30"));
  }

  private static LocalDate day(CsvTable.Row row) {
    try {
      return row.has("active-from") ? LocalDate.parse(row.get("active-from")) : null;
    } catch (DateTimeParseException e) {
      throw new RuleFileException(
          row.where() + ":active-from",
          "'" + row.get("active-from") + "' is no date such as 2024-07-26",
          e);
    }
  }

  private String parameter(CsvTable.Row row, String column) {
    String cell = row.get(column);
    if (cell.isEmpty()) {
      return cell;
    }
    String name = cell.startsWith("{") ? cell.substring(1, cell.length() - 1) : "";
    if (!parameters.has(name)) {
      throw row.problem(
          column, "'" + cell + "' is no parameter of this protocol: write it in braces");
    }
    return name;
  }

  private Vaccine.LateStart lateStart(CsvTable.Row row) {
    if (row.has("late-start-from") != row.has("late-start-doses")) {
      throw row.problem("late-start-from", "goes with late-start-doses: fill in both or none");
    }
    return row.has("late-start-from")
        ? new Vaccine.LateStart(span(row, "late-start-from"), parameter(row, "late-start-doses"))
        : null;
  }

  /** Runs what reads one cell; what it complains about gets the cell's place. */
  static <T> T inCell(CsvTable.Row row, String column, Supplier<T> read) {
    try {
      return read.get();
    } catch (RuntimeException e) {
      throw new RuleFileException(row.where() + ":" + column, e.getMessage(), e);
    }
  }
}
