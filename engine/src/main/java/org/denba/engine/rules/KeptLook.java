package org.denba.engine.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * The look of a workbook before its table is written anew: rows are known again by their first
 * cell, columns by their title.
 */
final class KeptLook {

  private static final int DEFAULT_HEIGHT = -1;

  private final XSSFSheet sheet;
  private final TableShape before;
  private final TableShape now;
  private final ChartLook otherwise;
  private final List<Map<Integer, XSSFCellStyle>> styles = new ArrayList<>();
  private final List<Short> heights = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();
  private final Map<String, Integer> columnOfTitle = new HashMap<>();
  private final Map<Integer, Integer> lineBefore = new HashMap<>();

  KeptLook(XSSFSheet sheet, TableShape before, TableShape now, ChartLook otherwise) {
    this.sheet = sheet;
    this.before = before;
    this.now = now;
    this.otherwise = otherwise;
    for (int line = 0; line < before.lines().size(); line++) {
      XSSFRow row = sheet.getRow(line);
      Map<Integer, XSSFCellStyle> ofRow = new HashMap<>();
      if (row != null) {
        row.forEach(cell -> ofRow.put(cell.getColumnIndex(), ((XSSFCell) cell).getCellStyle()));
      }
      styles.add(ofRow);
      heights.add(
          row != null && row.getCTRow().getCustomHeight()
              ? row.getHeight()
              : (short) DEFAULT_HEIGHT);
    }
    for (int column = 0; column < before.width(); column++) {
      widths.add(sheet.getColumnWidth(column));
      columnOfTitle.putIfAbsent(before.cell(before.titles(), column), column);
    }
    match();
  }

  /** Lines up to the titles stay where they are; data rows are sought by name, then by colour. */
  private void match() {
    Map<String, Integer> byName = new HashMap<>();
    Map<String, Integer> byColour = new HashMap<>();
    for (int line = before.titles() + 1; line < before.lines().size(); line++) {
      byName.putIfAbsent(before.cell(line, 0), line);
      byColour.putIfAbsent(before.colour(line), line);
    }
    for (int line = 0; line < now.lines().size(); line++) {
      if (line <= now.titles()) {
        if (before.isChart() == now.isChart()) {
          lineBefore.put(line, line);
        }
        continue;
      }
      Integer same = byName.get(now.cell(line, 0));
      boolean sameColour = same != null && before.colour(same).equals(now.colour(line));
      Integer like = sameColour ? same : byColour.get(now.colour(line));
      if (like != null) {
        lineBefore.put(line, like);
      }
    }
  }

  /** Empties the sheet; merged cells are split, they would hide what is written. */
  void clear() {
    for (int i = sheet.getNumMergedRegions() - 1; i >= 0; i--) {
      sheet.removeMergedRegion(i);
    }
    for (int row = sheet.getLastRowNum(); row >= 0; row--) {
      if (sheet.getRow(row) != null) {
        sheet.removeRow(sheet.getRow(row));
      }
    }
  }

  XSSFCellStyle of(int line, int column) {
    Integer from = lineBefore.get(line);
    if (from == null) {
      return otherwise.of(line);
    }
    XSSFCellStyle kept = styles.get(from).get(columnBefore(column));
    return kept == null ? otherwise.of(line) : kept;
  }

  void height(XSSFRow row) {
    Integer from = lineBefore.get(row.getRowNum());
    if (from != null && heights.get(from) != DEFAULT_HEIGHT) {
      row.setHeight(heights.get(from));
    }
  }

  void widths() {
    for (int column = 0; column < now.width(); column++) {
      int from = columnBefore(column);
      if (from < widths.size()) {
        sheet.setColumnWidth(column, widths.get(from));
      }
    }
  }

  private int columnBefore(int column) {
    return columnOfTitle.getOrDefault(now.cell(now.titles(), column), column);
  }
}
