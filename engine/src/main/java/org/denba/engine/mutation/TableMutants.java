package org.denba.engine.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every small change of a table with one header line: a line left out, a cell changed. */
final class TableMutants {

  private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z{.0-9_-])\\d+(\\.\\d+)?");

  private static final int SUBJECT_CELLS = 3;

  private final String protocol;
  private final String part;
  private final Sheet sheet;
  private final List<Mutant> mutants = new ArrayList<>();

  TableMutants(String protocol, String part, Sheet sheet) {
    this.protocol = protocol;
    this.part = part;
    this.sheet = sheet;
  }

  List<Mutant> mutants() {
    return mutants;
  }

  /** Each line left out. */
  TableMutants lines() {
    for (int row = 1; row < sheet.rows(); row++) {
      int line = row;
      if (!sheet.isBlank(line)) {
        mutants.add(
            new Mutant(
                protocol,
                part,
                sheet.file(),
                row + 1,
                sheet.place(row),
                subject(row),
                "line '" + summary(row) + "' left out",
                () -> sheet.without(Set.of(line))));
      }
    }
    return this;
  }

  private String summary(int row) {
    return first(row, 2);
  }

  private String subject(int row) {
    return first(row, SUBJECT_CELLS).replaceAll("[, ]+$", "");
  }

  private String first(int row, int cells) {
    List<String> line = sheet.lines().get(row);
    return String.join(", ", line.subList(0, Math.min(cells, line.size())));
  }

  /** Each condition in these columns changed and left out. */
  TableMutants conditions(Words words, String... columns) {
    each(
        columns,
        (row, column, cell) -> {
          List<Edit> edits = ConditionEdits.of(words, cell);
          edits.forEach(
              edit ->
                  add(
                      row,
                      column,
                      edit.change(),
                      () -> sheet.with(Set.of(row), column, edit.text())));
          if (edits.stream().noneMatch(edit -> edit.text().isEmpty())) {
            add(row, column, cell + " left out", () -> sheet.with(Set.of(row), column, ""));
          }
        });
    return this;
  }

  /** Each number in these columns one up and one down, in its last place. */
  TableMutants numbers(String... columns) {
    each(
        columns,
        (row, column, cell) -> {
          Matcher number = NUMBER.matcher(cell);
          while (number.find()) {
            for (String other : Words.beside(number.group())) {
              String changed =
                  cell.substring(0, number.start()) + other + cell.substring(number.end());
              add(
                  row,
                  column,
                  cell + " -> " + changed,
                  () -> sheet.with(Set.of(row), column, changed));
            }
          }
        });
    return this;
  }

  /** Each cell of these columns emptied. */
  TableMutants emptied(String... columns) {
    each(
        columns,
        (row, column, cell) ->
            add(row, column, cell + " left out", () -> sheet.with(Set.of(row), column, "")));
    return this;
  }

  /** A cell that is not empty. */
  @FunctionalInterface
  private interface Cell {
    void at(int row, int column, String cell);
  }

  private void each(String[] columns, Cell action) {
    for (String name : columns) {
      int column = sheet.column(name);
      if (column < 0) {
        continue;
      }
      for (int row = 1; row < sheet.rows(); row++) {
        String cell = sheet.cell(row, column);
        if (!cell.isEmpty()) {
          action.at(row, column, cell);
        }
      }
    }
  }

  void add(int row, int column, String change, Supplier<String> text) {
    mutants.add(
        new Mutant(
            protocol,
            part,
            sheet.file(),
            row + 1,
            sheet.place(row, column),
            subject(row) + ": " + sheet.cell(0, column),
            change,
            text));
  }

  Sheet sheet() {
    return sheet;
  }
}
