package org.denba.engine.rules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as an author leaves them. */
final class Book {

  static final String TABLE =
      """
      element,below,source
      muac,115,WHO 2013
      weight,37.5,WHO 2014
      """;

  private Book() {}

  /** The small table with something done to it. */
  static byte[] with(Consumer<XSSFSheet> edit) {
    return edited(ChartWorkbookWriter.write("small/table.csv", TABLE), edit);
  }

  static byte[] edited(byte[] content, Consumer<XSSFSheet> edit) {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      edit.accept(book.getSheetAt(0));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cell of this row and column, counted from 1. */
  static XSSFCell cell(XSSFSheet sheet, int row, int column) {
    XSSFRow there = sheet.getRow(row - 1);
    XSSFRow line = there == null ? sheet.createRow(row - 1) : there;
    XSSFCell cell = line.getCell(column - 1);
    return cell == null ? line.createCell(column - 1) : cell;
  }

  /** Gives a cell a number in this format. */
  static void number(XSSFSheet sheet, int row, int column, double value, String format) {
    XSSFWorkbook book = sheet.getWorkbook();
    var style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    XSSFCell cell = cell(sheet, row, column);
    cell.setCellStyle(style);
    cell.setCellValue(value);
  }
}
