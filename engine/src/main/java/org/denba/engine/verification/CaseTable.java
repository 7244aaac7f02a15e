package org.denba.engine.verification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.denba.engine.rules.CellName;
import org.denba.engine.rules.ChartWorkbook;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * Cases as a table, one case a line. The columns are the keys of a case: {@code id}, {@code title},
 * {@code from}, {@code canary}, {@code setting}, {@code date}, {@code visit}, {@code earlier},
 * {@code language}, {@code protocol}; {@code patient.ageMonths}; {@code findings.cough}, or just
 * {@code cough}; {@code parameters.malaria.risk}; {@code expect.proved}, and {@code
 * expect.missing.COU-1} for a key that tells of one row or treatment. A cell is read by {@link
 * CaseCell}; an empty one says nothing, so that the starting point's word stands.
 *
 * @param file the file as it lies there, for complaints
 * @param sheet the workbook, where it is one
 * @param columns the titles
 * @param lines the data lines, empty ones among them
 */
record CaseTable(
    String file, Optional<ChartWorkbook> sheet, List<String> columns, List<List<String>> lines) {

  private static final String FINDINGS = "findings";
  private static final String PARAMETERS = "parameters";
  private static final String PATIENT = "patient";
  private static final String EXPECT = "expect";
  private static final Set<String> GROUPS = Set.of(FINDINGS, PARAMETERS, PATIENT, EXPECT);

  /** Columns whose cells are words and nothing else. */
  private static final Set<String> WORDS = Set.of("id", "title", "from");

  static CaseTable read(RuleFiles files, String path) {
    Optional<ChartWorkbook> sheet = files.workbook(path);
    List<List<String>> lines = CsvTable.lines(path, files.read(path));
    String file = sheet.map(ChartWorkbook::file).orElse(path);
    if (lines.isEmpty()) {
      throw new RuleFileException(file, "is empty: it needs a line with the titles");
    }
    return new CaseTable(
        file,
        sheet,
        lines.get(0).stream().map(String::strip).toList(),
        lines.subList(1, lines.size()));
  }

  /**
   * The lines as the cases that YAML would give.
   *
   * @param words what titles may name
   * @param caseKeys the keys of a case
   * @param collect runs a step and keeps what it complains about
   */
  List<CaseValue> cases(CaseWords words, Collection<String> caseKeys, Consumer<Runnable> collect) {
    for (int column = 0; column < columns.size(); column++) {
      int at = column;
      collect.accept(() -> checkTitle(at, words, caseKeys));
    }
    List<CaseValue> cases = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      if (!lines.get(line).stream().allMatch(String::isBlank)) {
        cases.add(oneCase(line, caseKeys, collect));
      }
    }
    return cases;
  }

  /** The protocol that every line names, for a table of an overlay. */
  String protocol() {
    int column = columns.indexOf("protocol");
    Set<String> named = new LinkedHashSet<>();
    for (List<String> line : lines) {
      if (!line.stream().allMatch(String::isBlank)) {
        named.add(column < 0 || column >= line.size() ? "" : line.get(column).strip());
      }
    }
    if (named.size() != 1 || named.contains("")) {
      throw new RuleFileException(
          file,
          "needs a column 'protocol' with the same protocol in every line: whose cases these are");
    }
    return named.iterator().next();
  }

  private void checkTitle(int column, CaseWords words, Collection<String> caseKeys) {
    String title = columns.get(column);
    CaseValue value = new CaseValue(place(0, column), title);
    if (title.isEmpty()) {
      boolean used = lines.stream().anyMatch(l -> column < l.size() && !l.get(column).isBlank());
      if (used) {
        throw value.problem("has no title, but cells below it are filled in");
      }
      return;
    }
    if (columns.indexOf(title) < column) {
      throw value.problem("'" + title + "' is the title of another column too: remove one");
    }
    List<String> path = path(title, caseKeys);
    switch (path.get(0)) {
      case FINDINGS -> words.element(value, path.get(1));
      case PARAMETERS -> words.parameter(value, path.get(1));
      case PATIENT ->
          CaseWords.known(value, path.get(1), CaseRequestReader.PATIENT_KEYS, "key of a patient");
      case EXPECT -> CaseWords.known(value, path.get(1), ExpectationKeys.all(), "key of 'expect'");
      default -> CaseWords.known(value, title, caseKeys, "key of a case");
    }
  }

  /** {@code [expect, missing, COU-1]}; ids of parameters and rows may have points themselves. */
  private static List<String> path(String title, Collection<String> caseKeys) {
    int point = title.indexOf('.');
    String group = point < 0 ? "" : title.substring(0, point);
    if (!GROUPS.contains(group)) {
      return point < 0 && !caseKeys.contains(title) ? List.of(FINDINGS, title) : List.of(title);
    }
    String rest = title.substring(point + 1);
    int second = rest.indexOf('.');
    return group.equals(EXPECT) && second > 0
        ? List.of(group, rest.substring(0, second), rest.substring(second + 1))
        : List.of(group, rest);
  }

  private CaseValue oneCase(int line, Collection<String> caseKeys, Consumer<Runnable> collect) {
    Map<String, Object> root = new LinkedHashMap<>();
    List<String> cells = lines.get(line);
    for (int column = 0; column < cells.size(); column++) {
      int at = column;
      String cell = cells.get(column).strip();
      if (!cell.isEmpty()) {
        if (column >= columns.size()) {
          collect.accept(
              () -> {
                throw new RuleFileException(
                    place(line + 1, at), "'" + cell + "' stands in a column without a title");
              });
        } else if (!columns.get(column).isEmpty()) {
          collect.accept(() -> put(root, line, at, cell, path(columns.get(at), caseKeys)));
        }
      }
    }
    return new CaseValue(row(line + 1), root);
  }

  @SuppressWarnings("unchecked")
  private void put(Map<String, Object> root, int line, int column, String cell, List<String> path) {
    CaseValue place = new CaseValue(place(line + 1, column), cell);
    Object value =
        WORDS.contains(path.get(0)) ? cell : CaseCell.read(place, path.get(0).equals(EXPECT));
    Map<String, Object> group = root;
    for (String key : path.subList(0, path.size() - 1)) {
      group = (Map<String, Object>) group.computeIfAbsent(key, k -> new LinkedHashMap<>());
    }
    group.put(path.get(path.size() - 1), new CaseValue(place.where(), value));
  }

  /**
   * @param line index of the line, the titles being 0
   */
  private String row(int line) {
    return sheet.map(book -> book.place(line + 1, 0)).orElse(file + ":" + (line + 1));
  }

  private String place(int line, int column) {
    return sheet
        .map(book -> book.place(line + 1, column + 1))
        .orElse(file + ":" + (line + 1) + ":" + CellName.column(column + 1));
  }
}
