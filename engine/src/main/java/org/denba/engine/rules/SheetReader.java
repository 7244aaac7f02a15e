package org.denba.engine.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.denba.engine.rules.Irregularity.Kind;

/** Reads the lines of a workbook's table and lists what is irregular in the whole workbook. */
final class SheetReader {

  private static final String MORE = " …";

  private final String file;
  private final XSSFWorkbook book;
  private final Sheet sheet;
  private final Map<Integer, Map<Integer, String>> cells = new TreeMap<>();
  private final List<Irregularity> odd = new ArrayList<>();

  SheetReader(String file, XSSFWorkbook book) {
    this.file = file;
    this.book = book;
    this.sheet = WorkbookFile.sheet(book);
  }

  ChartWorkbook read() {
    for (Row row : sheet) {
      for (Cell cell : row) {
        cell(cell);
      }
    }
    if (cells.isEmpty()) {
      throw new RuleFileException(
          file + ":" + sheet.getSheetName(), "is empty: the table stands on the first sheet");
    }
    hidden();
    merged();
    odd.sort(Comparator.comparingInt(Irregularity::row).thenComparingInt(Irregularity::column));
    otherSheets();
    return new ChartWorkbook(file, sheet.getSheetName(), lines(), odd);
  }

  private void cell(Cell cell) {
    CellText read = CellText.of(cell);
    int row = cell.getRowIndex();
    int column = cell.getColumnIndex();
    if (read.odd() != null) {
      odd(read.odd(), row + 1, column + 1, read.found());
    }
    if (read.text().isBlank()) {
      // a stray space makes the table no larger
      if (!read.text().isEmpty() && row < WorkbookFile.MOST_ROWS) {
        cells.computeIfAbsent(row, r -> new TreeMap<>()).put(column, read.text());
      }
      return;
    }
    if (row >= WorkbookFile.MOST_ROWS || column >= WorkbookFile.MOST_COLUMNS) {
      throw WorkbookFile.tooLarge(
          file + ":" + sheet.getSheetName() + "!" + CellName.of(row + 1, column + 1),
          "holds '" + read.text() + "', so far down or right");
    }
    cells.computeIfAbsent(row, r -> new TreeMap<>()).put(column, read.text());
  }

  private List<List<String>> lines() {
    boolean chart = text(0, 0).startsWith(ChartWorkbook.CHART);
    int height = 0;
    int width = 1;
    for (Map.Entry<Integer, Map<Integer, String>> row : cells.entrySet()) {
      for (Map.Entry<Integer, String> cell : row.getValue().entrySet()) {
        if (!cell.getValue().isBlank()) {
          height = row.getKey() + 1;
          width = Math.max(width, cell.getKey() + 1);
        }
      }
    }
    List<List<String>> lines = new ArrayList<>();
    for (int row = 0; row < height; row++) {
      boolean title = chart && row == 0 && lastFilled(0) == 0;
      boolean empty = lastFilled(row) < 0;
      lines.add(line(row, title || empty ? 1 : width));
    }
    return lines;
  }

  private List<String> line(int row, int width) {
    List<String> line = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      line.add(text(row, column));
    }
    return Collections.unmodifiableList(line);
  }

  private int lastFilled(int row) {
    int last = -1;
    for (Map.Entry<Integer, String> cell : cells.getOrDefault(row, Map.of()).entrySet()) {
      last = cell.getValue().isBlank() ? last : cell.getKey();
    }
    return last;
  }

  private String text(int row, int column) {
    return cells.getOrDefault(row, Map.of()).getOrDefault(column, "");
  }

  private void hidden() {
    TreeSet<Integer> columns = new TreeSet<>();
    cells.forEach(
        (index, row) -> {
          columns.addAll(row.keySet());
          Row of = sheet.getRow(index);
          if (of.getZeroHeight()) {
            odd(Kind.HIDDEN_ROW, index + 1, 0, some(row.values()));
          }
        });
    for (int column : columns) {
      if (sheet.isColumnHidden(column)) {
        List<String> texts = new ArrayList<>();
        cells.values().forEach(row -> texts.add(row.getOrDefault(column, "")));
        odd(Kind.HIDDEN_COLUMN, 0, column + 1, some(texts));
      }
    }
  }

  private void merged() {
    for (CellRangeAddress range : sheet.getMergedRegions()) {
      odd(Kind.MERGED, range.getFirstRow() + 1, range.getFirstColumn() + 1, range.formatAsString());
    }
  }

  private void otherSheets() {
    for (int i = 0; i < book.getNumberOfSheets(); i++) {
      Sheet other = book.getSheetAt(i);
      List<String> texts = other == sheet ? List.of() : firstTexts(other);
      if (!texts.isEmpty()) {
        odd.add(new Irregularity(kind(i, texts), other.getSheetName(), 0, 0, some(texts)));
      }
    }
  }

  /** A sheet that starts as the table does is one that somebody believes to be in force. */
  private Kind kind(int index, List<String> texts) {
    if (book.getSheetVisibility(index) != SheetVisibility.VISIBLE) {
      return Kind.HIDDEN_SHEET;
    }
    String first = text(0, 0);
    boolean table =
        first.startsWith(ChartWorkbook.CHART)
            ? texts.get(0).startsWith(ChartWorkbook.CHART)
            : texts.get(0).equals(first);
    return table ? Kind.SECOND_TABLE : Kind.OTHER_SHEET;
  }

  private static List<String> firstTexts(Sheet sheet) {
    List<String> texts = new ArrayList<>();
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() != CellType.BLANK) {
          texts.add(CellText.of(cell).text());
        }
      }
    }
    texts.removeIf(String::isBlank);
    return texts;
  }

  private static String some(Iterable<String> texts) {
    for (String text : texts) {
      if (!text.isBlank()) {
        return "'" + text + "'" + MORE;
      }
    }
    return "spaces";
  }

  private void odd(Kind kind, int row, int column, String found) {
    odd.add(new Irregularity(kind, sheet.getSheetName(), row, column, found));
  }
}
