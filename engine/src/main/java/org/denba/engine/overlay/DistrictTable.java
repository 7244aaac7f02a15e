package org.denba.engine.overlay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.denba.engine.dictionary.NearestId;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * Parameter values that hold in one district, all year or in some months.
 *
 * @param file its path
 * @param lines its lines
 */
public record DistrictTable(String file, List<Line> lines) {

  private static final List<String> COLUMNS =
      List.of("district", "region", "months", "parameter", "value", "certainty", "source");
  private static final Set<String> CERTAINTY = Set.of("reference", "unsure");

  /**
   * One line.
   *
   * @param where file and row, for complaints
   * @param district id of the district
   * @param months when it holds
   * @param parameter the parameter
   * @param value its value: a text, a number or a flag
   */
  public record Line(
      String where, String district, Months months, String parameter, Object value) {}

  /** The table, or an empty one where the overlay has none. */
  static DistrictTable read(RuleFiles files, String file) {
    if (files.find(file).isEmpty()) {
      return new DistrictTable(file, List.of());
    }
    List<Line> lines = new ArrayList<>();
    ProblemList problems = new ProblemList();
    for (CsvTable.Row row : CsvTable.read(files, file, problems, COLUMNS).rows()) {
      problems.collect(() -> line(row, lines));
    }
    problems.throwIfAny(file);
    if (lines.isEmpty()) {
      throw new RuleFileException(file, "holds no line: fill it in, or remove the file");
    }
    return new DistrictTable(file, List.copyOf(lines));
  }

  private static void line(CsvTable.Row row, List<Line> lines) {
    row.required("region");
    row.required("source");
    if (!CERTAINTY.contains(row.get("certainty"))) {
      throw row.problem(
          "certainty",
          "'" + row.get("certainty") + "' cannot stand here: write reference or unsure");
    }
    Line line =
        new Line(
            row.where(),
            id(row.required("district")),
            months(row),
            row.required("parameter"),
            value(row.required("value")));
    lines.stream()
        .filter(other -> twice(other, line))
        .findFirst()
        .ifPresent(
            other -> {
              throw row.problem(
                  "months",
                  "says '"
                      + line.parameter()
                      + "' a second time for this district and month: see "
                      + other.where());
            });
    lines.add(line);
  }

  private static boolean twice(Line one, Line other) {
    return one.district().equals(other.district())
        && one.parameter().equals(other.parameter())
        && one.months().meets(other.months());
  }

  private static Months months(CsvTable.Row row) {
    return Months.read(row.get("months"))
        .orElseThrow(
            () ->
                row.problem(
                    "months",
                    "'"
                        + row.get("months")
                        + "' are no months: write 7..10, 11..2, 7|9, or nothing for all year"));
  }

  /** A flag, a number or a text, as a table cell writes it. */
  private static Object value(String cell) {
    if (cell.equals("true") || cell.equals("false")) {
      return Boolean.valueOf(cell);
    }
    return cell.matches("-?\\d{1,9}(\\.\\d{1,9})?") ? (Object) Double.valueOf(cell) : cell;
  }

  /** A district as the table writes it: without capitals. */
  public static String id(String district) {
    return district.strip().toLowerCase(Locale.ROOT);
  }

  /** The same with each value as its parameter takes it. */
  public DistrictTable with(Function<Line, Object> value) {
    return new DistrictTable(
        file,
        lines.stream()
            .map(
                line ->
                    new Line(
                        line.where(),
                        line.district(),
                        line.months(),
                        line.parameter(),
                        value.apply(line)))
            .toList());
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  public boolean has(String district) {
    return lines.stream().anyMatch(line -> line.district().equals(id(district)));
  }

  /** The district that somebody most likely meant. */
  public Optional<String> nearest(String district) {
    return NearestId.of(district, lines.stream().map(Line::district).distinct().toList());
  }

  /**
   * The values that hold in a district.
   *
   * @param month 1 to 12
   * @return by parameter; none for a district that the table does not have
   */
  public Map<String, Object> values(String district, int month) {
    String id = id(district);
    Map<String, Object> values = new LinkedHashMap<>();
    for (Line line : lines) {
      if (line.district().equals(id) && line.months().holds(month)) {
        values.put(line.parameter(), line.value());
      }
    }
    return values;
  }
}
