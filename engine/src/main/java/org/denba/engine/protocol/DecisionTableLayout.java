package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.dictionary.NearestId;
import org.denba.engine.rules.ProblemList;

/**
 * How a chart file is laid out: the chart's name, three rows that tell Drools what the columns
 * mean, the column titles, and then one line per alternative.
 */
final class DecisionTableLayout {

  /** Index of the first data row (row 6 as a spreadsheet shows it). */
  static final int FIRST_DATA_ROW = 5;

  private static final int KEYWORDS = 1;
  private static final int PATTERNS = 2;
  private static final int CODE = 3;
  private static final int TITLES = 4;
  private static final String CONDITION = "CONDITION";
  private static final String METADATA = "METADATA";
  private static final String PATTERN = "a : Assessment...";
  private static final String PARAMETER = "$param";
  private static final String ACTION_CODE = "a.row(\"$param\");";
  private static final List<String> COLUMN_KINDS = List.of("NAME", METADATA, CONDITION, "ACTION");
  private static final List<String> ANNOTATIONS =
      List.of(
          "Row", "SubChart", "Classification", "Colour", "Urgency", "FollowUp", "Flag", "Source");

  private final String file;
  private final List<List<String>> lines;

  DecisionTableLayout(String file, List<List<String>> lines) {
    this.file = file;
    this.lines = lines;
  }

  /** Whether there is anything below the five rows of the head. */
  boolean hasData() {
    return lines.size() > FIRST_DATA_ROW;
  }

  /** Says which cells of the head Drools would pass over, or misread, without a word. */
  void check(ProblemList problems) {
    if (!hasData()) {
      problems.add(file, "has no data rows: they start in row 6");
      return;
    }
    int columns = width(KEYWORDS);
    for (int row : new int[] {CODE, TITLES}) {
      if (width(row) != columns) {
        problems.add(
            file + ":" + (row + 1),
            "has "
                + width(row)
                + " cells, row 2 has "
                + columns
                + ": a column was added or removed in one of the rows only");
        return;
      }
    }
    List<String> seen = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      String kind = cell(KEYWORDS, column);
      if (!COLUMN_KINDS.contains(kind)) {
        problems.add(
            at(KEYWORDS, column),
            kind.isEmpty()
                ? "the kind of the column is missing: write " + String.join(", ", COLUMN_KINDS)
                : "'" + kind + "' is no kind of column" + meant(kind, COLUMN_KINDS));
        continue;
      }
      column(kind, column, seen, problems);
      if (cell(TITLES, column).isEmpty()) {
        problems.add(at(TITLES, column), "the column has no title: write what it asks for");
      }
    }
    for (String annotation : ANNOTATIONS) {
      if (!seen.contains(annotation)) {
        problems.add(file + ":4", "the column '" + annotation + "' is missing");
      }
    }
    if (!seen.contains("ACTION")) {
      problems.add(file + ":2", "there is no ACTION column, which names the row once more");
    }
    rows(columns, problems);
  }

  private void column(String kind, int column, List<String> seen, ProblemList problems) {
    String code = cell(CODE, column);
    String pattern = cell(PATTERNS, column);
    if (kind.equals(CONDITION) && !pattern.equals(PATTERN)) {
      problems.add(at(PATTERNS, column), "'" + pattern + "' cannot stand here: write " + PATTERN);
    } else if (!kind.equals(CONDITION) && !pattern.isEmpty()) {
      problems.add(
          at(PATTERNS, column), "'" + pattern + "' cannot stand here: only above a condition");
    }
    String word = code.contains("(") ? code.substring(0, code.indexOf('(')) : code;
    switch (kind) {
      case METADATA -> {
        if (!ANNOTATIONS.contains(word)) {
          problems.add(
              at(CODE, column),
              "'" + word + "' is no column of a chart" + meant(word, ANNOTATIONS));
        } else if (!code.equals(word + "(\"" + PARAMETER + "\")")) {
          problems.add(
              at(CODE, column),
              "'" + code + "' cannot stand here: write " + word + "(\"" + PARAMETER + "\")");
        } else if (seen.contains(word)) {
          problems.add(at(CODE, column), "'" + word + "' stands in a second column: remove one");
        }
        seen.add(word);
      }
      case "ACTION" -> {
        if (!code.equals(ACTION_CODE)) {
          problems.add(at(CODE, column), "'" + code + "' cannot stand here: write " + ACTION_CODE);
        }
        seen.add(kind);
      }
      case CONDITION -> {
        if (!code.contains(PARAMETER)) {
          problems.add(
              at(CODE, column),
              "'"
                  + code
                  + "' takes nothing from the cells below: write a predicate with \"$param\", such"
                  + " as answer(\"sign\",\"$param\")");
        }
      }
      default -> {
        if (column != 0) {
          problems.add(at(KEYWORDS, column), "the column NAME must be the first one");
        }
      }
    }
  }

  private void rows(int columns, ProblemList problems) {
    for (int row = FIRST_DATA_ROW; row < lines.size(); row++) {
      if (width(row) == 0) {
        continue;
      }
      if (width(row) > columns) {
        problems.add(
            file + ":" + (row + 1),
            "has "
                + width(row)
                + " cells, the head has "
                + columns
                + ": put quotes around a cell with a comma");
      } else if (cell(row, 0).isEmpty()) {
        problems.add(
            at(row, 0), "the line has no name: give it one of its own, or it is passed over");
      }
    }
  }

  /** The predicates of the condition columns, by column. */
  Map<Integer, String> conditions() {
    Map<Integer, String> codes = new LinkedHashMap<>();
    for (int column = 0; column < width(KEYWORDS); column++) {
      if (cell(KEYWORDS, column).equals(CONDITION)) {
        codes.put(column, cell(CODE, column));
      }
    }
    return codes;
  }

  /** A condition as it reads with this word in its cell. */
  static String filled(String code, String cell) {
    return code.replace(PARAMETER, cell);
  }

  /** In which columns the parts of a line stand. */
  CellPlaces places(int row, int constraints) {
    Map<String, String> annotations = new LinkedHashMap<>();
    List<String> conditions = new ArrayList<>();
    for (int column = 0; column < width(KEYWORDS); column++) {
      String kind = cell(KEYWORDS, column);
      String code = cell(CODE, column);
      if (kind.equals(METADATA) && code.contains("(")) {
        annotations.put(code.substring(0, code.indexOf('(')), CellPlaces.letters(column));
      } else if (kind.equals(CONDITION) && !cell(row, column).isEmpty()) {
        conditions.add(CellPlaces.letters(column));
      } else if (kind.equals("ACTION")) {
        annotations.put(kind, CellPlaces.letters(column));
      }
    }
    return new CellPlaces(annotations, conditions.size() == constraints ? conditions : List.of());
  }

  String at(int row, int column) {
    return file + ":" + (row + 1) + ":" + CellPlaces.letters(column);
  }

  String atCode(int column) {
    return at(CODE, column);
  }

  String cell(int row, int column) {
    List<String> line = lines.get(row);
    return column < line.size() ? line.get(column).trim() : "";
  }

  /** The cells of a row without empty ones at its end. */
  private int width(int row) {
    List<String> line = lines.get(row);
    int width = line.size();
    while (width > 0 && line.get(width - 1).isBlank()) {
      width--;
    }
    return width;
  }

  private static String meant(String word, List<String> known) {
    return NearestId.of(word, known).map(near -> ", perhaps '" + near + "'").orElse("")
        + "; there are "
        + String.join(", ", known);
  }
}
