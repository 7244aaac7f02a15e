package org.denba.engine.growth;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * A growth file as rows whose cells know where they stand, so that every complaint names file, row
 * and column.
 */
final class GrowthCsv {

  private static final int HEADER_ROWS = 1;

  private GrowthCsv() {}

  /**
   * @param columns the header that the file must have
   * @throws RuleFileException when the file is missing, is no CSV or has other columns
   */
  static List<Row> read(RuleFiles files, String file, List<String> columns) {
    String text = files.read(file);
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      if (!parser.getHeaderNames().equals(columns)) {
        throw new RuleFileException(
            file + ":1", "the header is " + parser.getHeaderNames() + ": write " + columns);
      }
      List<Row> rows = new ArrayList<>();
      for (CSVRecord cells : parser) {
        if (isEmptyLine(cells)) {
          continue;
        }
        Row row = new Row(file, (int) cells.getRecordNumber() + HEADER_ROWS, cells);
        if (!cells.isConsistent()) {
          throw row.problem("has " + cells.size() + " cells: write " + columns.size());
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new RuleFileException(
          file,
          "is not a CSV file with one header line: save it again as CSV (" + e.getMessage() + ")",
          e);
    }
  }

  private static boolean isEmptyLine(CSVRecord cells) {
    return cells.size() == 1 && cells.get(0).isEmpty();
  }

  /** One row; its number counts the header as row 1, as a spreadsheet does. */
  record Row(String file, int number, CSVRecord cells) {

    String text(String column) {
      return cells.get(column);
    }

    /**
     * @throws RuleFileException when the cell is no finite decimal number
     */
    double number(String column) {
      String text = text(column);
      try {
        double value = new BigDecimal(text).doubleValue();
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw new RuleFileException(
            at(column),
            "\"" + text + "\" is not a number: write one with a decimal point, as 12.5",
            e);
      }
      throw problem(column, text + " is too large: write the number that is meant");
    }

    /**
     * @throws RuleFileException when the cell is no number above 0
     */
    double positive(String column) {
      double value = number(column);
      if (value <= 0) {
        throw problem(column, text(column) + " is not above 0: write the number that is meant");
      }
      return value;
    }

    RuleFileException problem(String problem) {
      return new RuleFileException(file + ":" + number, problem);
    }

    RuleFileException problem(String column, String problem) {
      return new RuleFileException(at(column), problem);
    }

    private String at(String column) {
      return file + ":" + number + ":" + column;
    }
  }
}
