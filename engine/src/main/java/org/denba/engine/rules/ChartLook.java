package org.denba.engine.rules;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * How a new workbook looks: titles in bold, the rows that are code small and grey, each row of a
 * chart in its colour. Every cell has the format Text, so that a spreadsheet leaves {@code 1-2} and
 * {@code 37,5} as they were typed.
 */
final class ChartLook {

  private static final Map<String, String> FILLS =
      Map.of("pink", "F8CBD9", "yellow", "FFF2CC", "green", "E2F0D9");

  private static final String TITLE_FILL = "D9E2EC";
  private static final String CODE_FILL = "F2F2F2";
  private static final String CODE_TEXT = "8C8C8C";
  private static final short SMALL = 7;
  private static final short LARGE = 13;
  private static final int LEAST_WIDTH = 7;
  private static final int MOST_WIDTH = 42;
  private static final int CHARACTER = 256;
  private static final float CODE_HEIGHT = 10;

  private final XSSFWorkbook book;
  private final TableShape shape;
  private final Map<String, XSSFCellStyle> styles = new HashMap<>();

  ChartLook(XSSFWorkbook book, TableShape shape) {
    this.book = book;
    this.shape = shape;
  }

  /** The style of the cells of a line, by what kind of line it is and its colour word. */
  XSSFCellStyle of(int line) {
    if (shape.isName(line)) {
      return style("name", s -> font(s, LARGE, true, null));
    }
    if (shape.isCode(line)) {
      return style(
          "code",
          s -> {
            fill(s, CODE_FILL);
            font(s, SMALL, false, CODE_TEXT);
          });
    }
    if (line == shape.titles()) {
      return style(
          "titles",
          s -> {
            fill(s, TITLE_FILL);
            font(s, (short) 0, true, null);
            s.setWrapText(true);
            s.setVerticalAlignment(VerticalAlignment.TOP);
            s.setBorderBottom(BorderStyle.MEDIUM);
          });
    }
    return ofColour(shape.colour(line));
  }

  /** The style of a data row of this colour. */
  XSSFCellStyle ofColour(String colour) {
    String fill = FILLS.get(colour);
    return style(
        "data." + (fill == null ? "" : colour),
        s -> {
          s.setVerticalAlignment(VerticalAlignment.TOP);
          s.setBorderBottom(BorderStyle.HAIR);
          if (fill != null) {
            fill(s, fill);
          }
        });
  }

  /** Widths, frozen titles, and colours that follow when an author changes the colour's word. */
  void arrange(XSSFSheet sheet) {
    for (int column = 0; column < shape.width(); column++) {
      sheet.setColumnWidth(column, width(column) * CHARACTER);
      sheet.setDefaultColumnStyle(column, ofColour(""));
    }
    for (int line = 0; line < shape.titles(); line++) {
      if (shape.isCode(line)) {
        sheet.getRow(line).setHeightInPoints(CODE_HEIGHT);
      }
    }
    sheet.createFreezePane(shape.isChart() ? 2 : 1, shape.titles() + 1);
    if (shape.colourColumn() >= 0) {
      followColours(sheet);
    }
  }

  private void followColours(XSSFSheet sheet) {
    SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
    int first = shape.titles() + 2;
    CellRangeAddress[] data = {
      new CellRangeAddress(first - 1, WorkbookFile.MOST_ROWS - 1, 0, shape.width() - 1)
    };
    String cell = "$" + CellName.of(first, shape.colourColumn() + 1);
    FILLS.forEach(
        (word, fill) -> {
          ConditionalFormattingRule rule =
              formatting.createConditionalFormattingRule(cell + "=\"" + word + "\"");
          PatternFormatting pattern = rule.createPatternFormatting();
          pattern.setFillBackgroundColor(colour(fill));
          pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
          formatting.addConditionalFormatting(data, rule);
        });
  }

  /** Wide enough for every cell and for the longest word of the title, within reason. */
  private int width(int column) {
    int widest = LEAST_WIDTH;
    for (String word : shape.cell(shape.titles(), column).split("\\s+")) {
      widest = Math.max(widest, word.length());
    }
    List<List<String>> lines = shape.lines();
    for (int line = shape.titles() + 1; line < lines.size(); line++) {
      widest = Math.max(widest, shape.cell(line, column).length());
    }
    return Math.min(widest, MOST_WIDTH) + 2;
  }

  private XSSFCellStyle style(String name, Consumer<XSSFCellStyle> draw) {
    return styles.computeIfAbsent(
        name,
        n -> {
          XSSFCellStyle style = book.createCellStyle();
          style.setDataFormat(book.createDataFormat().getFormat("@"));
          draw.accept(style);
          return style;
        });
  }

  private static void fill(XSSFCellStyle style, String rgb) {
    style.setFillForegroundColor(colour(rgb));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }

  private void font(XSSFCellStyle style, short points, boolean bold, String rgb) {
    XSSFFont font = book.createFont();
    if (points > 0) {
      font.setFontHeightInPoints(points);
    }
    font.setBold(bold);
    if (rgb != null) {
      font.setColor(colour(rgb));
    }
    style.setFont(font);
  }

  private static XSSFColor colour(String rgb) {
    return new XSSFColor(HexFormat.of().parseHex(rgb), null);
  }
}
