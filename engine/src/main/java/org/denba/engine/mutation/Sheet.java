package org.denba.engine.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.denba.engine.rules.CsvTable;

/**
 * A CSV file as a sheet of cells, from which changed texts are made. Rows and columns count from 0
 * here, and are shown as a spreadsheet shows them.
 *
 * @param file path below the rules root
 * @param lines the cells of every line
 */
record Sheet(String file, List<List<String>> lines) {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
  private static final int LETTERS = 26;

  static Sheet read(String file, String text) {
    return new Sheet(file, CsvTable.lines(file, text));
  }

  int rows() {
    return lines.size();
  }

  /** How many cells a line has. */
  int columnsOf(int row) {
    return lines.get(row).size();
  }

  /** A cell's text, trimmed; empty where the line is shorter. */
  String cell(int row, int column) {
    List<String> line = lines.get(row);
    return column < line.size() ? line.get(column).trim() : "";
  }

  /** The column with this name in the header line, or -1. */
  int column(String name) {
    return lines.get(0).stream().map(String::trim).toList().indexOf(name);
  }

  boolean isBlank(int row) {
    return lines.get(row).stream().allMatch(String::isBlank);
  }

  /** {@code file:row}. */
  String place(int row) {
    return file + ":" + (row + 1);
  }

  /** {@code file:row:column}. */
  String place(int row, int column) {
    return place(row) + ":" + letters(column);
  }

  static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % LETTERS));
    return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
  }

  /** The text with one cell changed in some rows. */
  String with(Set<Integer> rows, int column, String cell) {
    List<List<String>> changed = new ArrayList<>(lines);
    for (int row : rows) {
      List<String> line = new ArrayList<>(lines.get(row));
      line.set(column, cell);
      changed.set(row, line);
    }
    return print(changed);
  }

  /** The text without some rows. */
  String without(Set<Integer> rows) {
    List<List<String>> left = new ArrayList<>();
    for (int row = 0; row < lines.size(); row++) {
      if (!rows.contains(row)) {
        left.add(lines.get(row));
      }
    }
    return print(left);
  }

  /** The text with two blocks of rows in each other's place. */
  String swapped(List<Integer> first, List<Integer> second) {
    List<List<String>> changed = new ArrayList<>();
    Set<Integer> moved = new HashSet<>(first);
    moved.addAll(second);
    for (int row = 0; row < lines.size(); row++) {
      if (row == first.get(0)) {
        second.forEach(each -> changed.add(lines.get(each)));
      } else if (row == second.get(0)) {
        first.forEach(each -> changed.add(lines.get(each)));
      } else if (!moved.contains(row)) {
        changed.add(lines.get(row));
      }
    }
    return print(changed);
  }

  private static String print(List<List<String>> lines) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecords(lines);
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot be written to memory", e);
    }
    return text.toString();
  }
}
