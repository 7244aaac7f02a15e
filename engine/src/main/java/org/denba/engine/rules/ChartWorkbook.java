package org.denba.engine.rules;

import java.io.IOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A chart or another table of rules in an XLSX workbook. It stands on the first sheet that is not
 * hidden and is read as the lines that the CSV form would have: rows and columns have the same
 * numbers in both.
 *
 * @param file path of the workbook, for complaints
 * @param sheet name of the sheet that holds the table
 * @param lines all lines as cells, texts as typed; all of one width, but for the title of a chart
 *     and empty lines, which have one cell
 * @param irregularities what a text file could not hold, in the order of the cells
 */
public record ChartWorkbook(
    String file, String sheet, List<List<String>> lines, List<Irregularity> irregularities) {

  /** How a chart begins; the first line of it holds nothing else. */
  static final String CHART = "RuleTable";

  public ChartWorkbook {
    lines = List.copyOf(lines);
    irregularities = List.copyOf(irregularities);
  }

  /**
   * Reads a workbook; what is irregular in it is listed, not thrown.
   *
   * @param file path of the workbook, for complaints
   * @param content the bytes of the XLSX file
   * @throws RuleFileException when it is no workbook, locked by a password, empty or too large
   */
  public static ChartWorkbook read(String file, byte[] content) {
    try (XSSFWorkbook book = WorkbookFile.open(file, content)) {
      return new SheetReader(file, book).read();
    } catch (IOException e) {
      throw new RuleFileException(file, "cannot be read: save it again", e);
    }
  }

  /** The table as CSV text. */
  public String text() {
    return CsvText.of(lines);
  }

  /**
   * The table as CSV text, if it is certain that it says what its author sees.
   *
   * @throws RuleFileException naming every cell that must be changed first
   */
  public String certainText() {
    List<Irregularity> fatal = irregularities.stream().filter(i -> i.kind().fatal()).toList();
    if (fatal.isEmpty()) {
      return text();
    }
    throw RuleFileException.of(
        file, fatal.stream().map(i -> new Problem(i.where(file), i.message())).toList());
  }

  /**
   * Where a place of the CSV form stands in the workbook.
   *
   * @param row counted from 1
   * @param column counted from 1, or 0 for the whole row
   * @return {@code imci-child/fever.xlsx:Fever!C7}
   */
  public String place(int row, int column) {
    return file + ":" + sheet + "!" + (column == 0 ? "" : CellName.column(column)) + row;
  }
}
