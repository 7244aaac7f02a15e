package org.denba.engine.rules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes the CSV form of a chart or another table of rules into an XLSX workbook, from which {@link
 * ChartWorkbook} reads the same text again.
 */
public final class ChartWorkbookWriter {

  /** What a workbook would take as one character given by its code, and characters XML loses. */
  private static final Pattern ESCAPED =
      Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]");

  private static final int LONGEST_CELL = 32_767;

  private ChartWorkbookWriter() {}

  /**
   * Writes a new workbook: rows in their colours, titles frozen, code small and grey.
   *
   * @param file path of the table, for complaints and to name the sheet of a table that has no name
   * @param csv the table
   * @return the bytes of the XLSX file
   * @throws RuleFileException when the text is no CSV, or too large for a workbook of rules
   */
  public static byte[] write(String file, String csv) {
    TableShape shape = shape(file, csv);
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      XSSFSheet sheet = book.createSheet(sheetName(file, shape));
      ChartLook look = new ChartLook(book, shape);
      for (int line = 0; line < shape.lines().size(); line++) {
        XSSFCellStyle style = look.of(line);
        write(sheet.createRow(line), shape.lines().get(line), column -> style);
      }
      look.arrange(sheet);
      return bytes(file, book);
    } catch (IOException e) {
      throw new RuleFileException(file, "cannot be written as a workbook", e);
    }
  }

  /**
   * Writes a table into a workbook that there is already. Its column widths, the look of its rows
   * and everything else in it stay; a new row takes the look of a row of its colour.
   *
   * @param file path of the workbook, for complaints
   * @param csv the table as it is now
   * @param existing the bytes of the workbook
   * @throws RuleFileException when the text is no CSV, or the workbook is none
   */
  public static byte[] rewrite(String file, String csv, byte[] existing) {
    TableShape shape = shape(file, csv);
    TableShape before = new TableShape(ChartWorkbook.read(file, existing).lines());
    try (XSSFWorkbook book = WorkbookFile.open(file, existing)) {
      XSSFSheet sheet = WorkbookFile.sheet(book);
      KeptLook look = new KeptLook(sheet, before, shape, new ChartLook(book, shape));
      look.clear();
      for (int line = 0; line < shape.lines().size(); line++) {
        int at = line;
        XSSFRow row = sheet.createRow(line);
        look.height(row);
        write(row, shape.lines().get(line), column -> look.of(at, column));
      }
      look.widths();
      return bytes(file, book);
    } catch (IOException e) {
      throw new RuleFileException(file, "cannot be written as a workbook", e);
    }
  }

  private static TableShape shape(String file, String csv) {
    List<List<String>> lines = CsvTable.lines(file, csv);
    TableShape shape = new TableShape(lines);
    if (lines.size() > WorkbookFile.MOST_ROWS || shape.width() > WorkbookFile.MOST_COLUMNS) {
      throw new RuleFileException(
          file, "has too many rows or columns for a workbook of rules: keep it as CSV");
    }
    for (int row = 0; row < lines.size(); row++) {
      for (int column = 0; column < lines.get(row).size(); column++) {
        if (lines.get(row).get(column).length() > LONGEST_CELL) {
          throw new RuleFileException(
              file + ":" + (row + 1) + ":" + CellName.column(column + 1),
              "is too long for a cell of a workbook: shorten it, or keep the table as CSV");
        }
      }
    }
    return shape;
  }

  private static void write(XSSFRow row, List<String> cells, IntFunction<XSSFCellStyle> style) {
    for (int column = 0; column < cells.size(); column++) {
      String text = cells.get(column);
      XSSFCell cell = row.createCell(column);
      cell.setCellStyle(style.apply(column));
      if (CellText.isNumber(text)) {
        cell.setCellValue(Double.parseDouble(text));
      } else if (!text.isEmpty()) {
        cell.setCellValue(escaped(text));
      }
    }
  }

  private static String escaped(String text) {
    return ESCAPED
        .matcher(text)
        .replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0)));
  }

  private static String sheetName(String file, TableShape shape) {
    String name =
        shape.isChart()
            ? shape.cell(0, 0).substring(ChartWorkbook.CHART.length()).strip()
            : file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]+$", "");
    return WorkbookUtil.createSafeSheetName(name.isEmpty() ? ChartWorkbook.CHART : name);
  }

  private static byte[] bytes(String file, XSSFWorkbook book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    book.getProperties().getCoreProperties().setCreator("Denba");
    book.write(out);
    byte[] bytes = out.toByteArray();
    // what is written must be read again within the limits
    WorkbookFile.checkSize(file, bytes);
    return bytes;
  }
}
