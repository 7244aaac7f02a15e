package org.denba.engine.rules;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a header line, read so that every complaint can name file, row and column. Rows
 * are numbered as a spreadsheet shows them: the header is row 1.
 *
 * @param file path below the rules root
 * @param columns the header cells in order
 * @param rows the data rows; empty lines are left out
 */
public record CsvTable(String file, List<String> columns, List<Row> rows) {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  /**
   * Reads a table whose columns must be exactly these (in any order); more columns are let through
   * only when their name starts with one of {@code openPrefixes} ({@code label_} lets a new
   * language in).
   *
   * @throws RuleFileException when the file is missing, not CSV, or its header is not as wanted
   */
  public static CsvTable read(
      RuleFiles files, String file, List<String> columns, String... openPrefixes) {
    ProblemList problems = new ProblemList();
    CsvTable table = read(files, file, problems, columns, openPrefixes);
    problems.throwIfAny(file);
    return table;
  }

  /**
   * The same, as far as it can be read.
   *
   * @param problems takes everything that is wrong; where the header is not as wanted the table has
   *     no rows, since their cells cannot be told apart
   */
  public static CsvTable read(
      RuleFiles files,
      String file,
      ProblemList problems,
      List<String> columns,
      String... openPrefixes) {
    CsvTable none = new CsvTable(file, columns, List.of());
    return problems.collect(
        () -> parse(file, files.read(file), problems).withColumns(columns, openPrefixes), none);
  }

  /** What an overlay lays over the table, with the same columns; no rows where it does not. */
  public static List<Row> over(
      RuleFiles files, String file, List<String> columns, String... openPrefixes) {
    return files
        .over(file)
        .map(layer -> parse(layer.path(), layer.text()).withColumns(columns, openPrefixes).rows())
        .orElse(List.of());
  }

  private CsvTable withColumns(List<String> wanted, String... openPrefixes) {
    ProblemList problems = new ProblemList();
    for (String column : wanted) {
      if (!columns.contains(column)) {
        problems.add(
            file + ":1", "the column '" + column + "' is missing; the columns are " + wanted);
      }
    }
    for (String column : columns) {
      boolean open = Arrays.stream(openPrefixes).anyMatch(column::startsWith);
      if (!wanted.contains(column) && !open) {
        problems.add(
            file + ":1:" + column,
            "'" + column + "' is no column of this file; the columns are " + wanted);
      }
    }
    problems.throwIfAny(file);
    return this;
  }

  /** Reads any CSV with a header. */
  public static CsvTable parse(String file, String text) {
    ProblemList problems = new ProblemList();
    CsvTable table = parse(file, text, problems);
    problems.throwIfAny(file);
    return table;
  }

  /**
   * Reads any CSV with a header, as far as it can be read.
   *
   * @param problems takes each row that has more cells than the header; the others are read
   * @throws RuleFileException when the header cannot be used
   */
  public static CsvTable parse(String file, String text, ProblemList problems) {
    List<List<String>> lines = lines(file, text);
    if (lines.isEmpty()) {
      throw new RuleFileException(file, "the file is empty: it needs a header line");
    }
    List<String> columns = lines.get(0).stream().map(String::trim).toList();
    for (int c = 0; c < columns.size(); c++) {
      if (columns.indexOf(columns.get(c)) < c) {
        throw new RuleFileException(
            file + ":1:" + columns.get(c),
            "two columns have the same name '" + columns.get(c) + "': remove one");
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      List<String> cells = lines.get(i);
      if (cells.stream().allMatch(String::isBlank)) {
        continue;
      }
      if (cells.size() > columns.size()) {
        problems.add(
            file + ":" + (i + 1),
            "has "
                + cells.size()
                + " cells, the header has "
                + columns.size()
                + ": put quotes around a cell with a comma");
        continue;
      }
      Map<String, String> byColumn = new LinkedHashMap<>();
      for (int c = 0; c < columns.size(); c++) {
        byColumn.put(columns.get(c), c < cells.size() ? cells.get(c).trim() : "");
      }
      rows.add(new Row(file, i + 1, byColumn));
    }
    return new CsvTable(file, columns, List.copyOf(rows));
  }

  /** All lines of a CSV text as cells, empty lines included, so that the index tells the row. */
  public static List<List<String>> lines(String file, String text) {
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      List<List<String>> lines = new ArrayList<>();
      for (CSVRecord record : parser) {
        lines.add(List.copyOf(record.toList()));
      }
      return lines;
    } catch (IOException | RuntimeException e) {
      throw new RuleFileException(file, "is not a CSV file: " + e.getMessage(), e);
    }
  }

  /** The same lines as texts that can be put together to a file again. */
  public static List<String> records(String text) {
    List<String> records = new ArrayList<>();
    for (List<String> cells : lines("", text)) {
      records.add(
          cells.stream()
              .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
              .collect(Collectors.joining(",")));
    }
    return records;
  }

  /**
   * One data row.
   *
   * @param file the file
   * @param number row number as a spreadsheet shows it
   * @param cells trimmed cell texts by column
   */
  public record Row(String file, int number, Map<String, String> cells) {

    /** The text of a cell, empty when the cell or the column is. */
    public String get(String column) {
      return cells.getOrDefault(column, "");
    }

    public boolean has(String column) {
      return !get(column).isEmpty();
    }

    /** The entries of a cell that holds a list ({@code a|b|c}). */
    public List<String> list(String column) {
      String cell = get(column);
      return cell.isEmpty()
          ? List.of()
          : Arrays.stream(cell.split("\\|")).map(String::trim).toList();
    }

    /** A cell that must not be empty. */
    public String required(String column) {
      String cell = get(column);
      if (cell.isEmpty()) {
        throw problem(column, "is empty: it needs a value");
      }
      return cell;
    }

    /** The texts of the columns {@code <prefix><language>} that are not empty, by language. */
    public Map<String, String> byLanguage(String prefix) {
      Map<String, String> texts = new LinkedHashMap<>();
      cells.forEach(
          (column, cell) -> {
            if (column.startsWith(prefix) && !cell.isEmpty()) {
              texts.put(column.substring(prefix.length()), cell);
            }
          });
      return Map.copyOf(texts);
    }

    /** {@code file:row}. */
    public String where() {
      return file + ":" + number;
    }

    public RuleFileException problem(String column, String problem) {
      return new RuleFileException(where() + ":" + column, problem);
    }
  }
}
