package org.denba.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ChartWorkbookWriterTest {

  private static final String FILE = "small/fever.xlsx";
  private static final String CHART =
      """
      RuleTable Fever
      NAME,CONDITION,METADATA,METADATA
      ,a : Assessment...,,
      ,"above(""temperature"",""$param"")","Colour(""$param"")","Source(""$param"")"
      Line,Temperature above,Colour,Source
      FEV-1.a,38.5,pink,"WHO, p. 8"
      FEV-2,37.5,yellow,WHO
      FEV-3,,green,WHO
      FEV-4,1-2,none,WHO
      """;
  private static final String PINK = "F8CBD9";
  private static final String YELLOW = "FFF2CC";
  private static final int WIDE = 9000;

  @Test
  void rowsHaveTheirColoursAndCodeIsSmallAndGrey() {
    XSSFSheet sheet = sheet(ChartWorkbookWriter.write(FILE, CHART));

    assertThat(sheet.getSheetName()).isEqualTo("Fever");
    assertThat(fill(sheet, 6, 1)).isEqualTo(PINK);
    assertThat(fill(sheet, 6, 4)).isEqualTo(PINK);
    assertThat(fill(sheet, 7, 2)).isEqualTo(YELLOW);
    assertThat(fill(sheet, 8, 1)).isEqualTo("E2F0D9");
    assertThat(fill(sheet, 9, 1)).isEmpty();
    assertThat(Book.cell(sheet, 5, 2).getCellStyle().getFont().getBold()).isTrue();
    XSSFCell code = Book.cell(sheet, 4, 2);
    assertThat(code.getCellStyle().getFont().getFontHeightInPoints()).isEqualTo((short) 7);
    assertThat(hex(code.getCellStyle().getFont().getXSSFColor().getRGB())).isEqualTo("8C8C8C");
    assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 5);
    assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 2);
    assertThat(sheet.getColumnWidth(0)).isLessThan(sheet.getColumnWidth(1));
  }

  @Test
  void coloursFollowWhenAnAuthorChangesTheWord() {
    XSSFSheet sheet = sheet(ChartWorkbookWriter.write(FILE, CHART));

    var formatting = sheet.getSheetConditionalFormatting();
    assertThat(formatting.getNumConditionalFormattings()).isEqualTo(3);
    assertThat(formatting.getConditionalFormattingAt(0).getRule(0).getFormula1())
        .matches("\\$C6=\"(pink|yellow|green)\"");
    assertThat(formatting.getConditionalFormattingAt(0).getFormattingRanges()[0].formatAsString())
        .isEqualTo("A6:D20000");
  }

  @Test
  void onlyNumbersThatComeBackAreNumbersAndEveryCellStaysAsTyped() {
    XSSFSheet sheet = sheet(ChartWorkbookWriter.write(FILE, CHART));

    assertThat(Book.cell(sheet, 6, 2).getCellType()).isEqualTo(CellType.NUMERIC);
    assertThat(Book.cell(sheet, 9, 2).getCellType()).isEqualTo(CellType.STRING);
    assertThat(Book.cell(sheet, 9, 2).getCellStyle().getDataFormatString()).isEqualTo("@");
    assertThat(sheet.getColumnStyle(1).getDataFormatString()).isEqualTo("@");
  }

  @Test
  void aWorkbookThatIsWrittenAnewKeepsItsLook() {
    byte[] own =
        Book.edited(
            ChartWorkbookWriter.write(FILE, CHART),
            sheet -> {
              sheet.setColumnWidth(1, WIDE);
              sheet.getRow(6).setHeightInPoints(40);
              sheet.getWorkbook().createSheet("notes").createRow(0).createCell(0).setCellValue("x");
              var style = sheet.getWorkbook().createCellStyle();
              style.cloneStyleFrom(Book.cell(sheet, 7, 2).getCellStyle());
              style.setFillForegroundColor(new XSSFColor(HexFormat.of().parseHex("123456"), null));
              Book.cell(sheet, 7, 2).setCellStyle(style);
            });
    String changed =
        CHART
            .replace("FEV-1.a,38.5,pink,\"WHO, p. 8\"\n", "")
            .replace("FEV-3,,green", "FEV-3,,pink")
            .concat("FEV-5,36,yellow,WHO\n");

    byte[] written = ChartWorkbookWriter.rewrite(FILE, changed, own);

    assertThat(ChartWorkbook.read(FILE, written).text()).isEqualTo(changed);
    XSSFSheet sheet = sheet(written);
    assertThat(sheet.getColumnWidth(1)).isEqualTo(WIDE);
    assertThat(fill(sheet, 6, 2)).isEqualTo("123456");
    assertThat(sheet.getRow(5).getHeightInPoints()).isEqualTo(40f);
    assertThat(fill(sheet, 6, 1)).isEqualTo(YELLOW);
    assertThat(fill(sheet, 7, 1)).isEqualTo(PINK);
    assertThat(fill(sheet, 9, 2)).isEqualTo("123456");
    assertThat(sheet.getWorkbook().getSheet("notes")).isNotNull();
  }

  @Test
  void aColumnThatMovesTakesItsWidthAlong() {
    byte[] own =
        Book.edited(ChartWorkbookWriter.write(FILE, CHART), sheet -> sheet.setColumnWidth(3, WIDE));
    String narrower = CsvText.of(CsvTable.lines(FILE, CHART).stream().map(this::without).toList());

    XSSFSheet sheet = sheet(ChartWorkbookWriter.rewrite(FILE, narrower, own));

    assertThat(sheet.getColumnWidth(2)).isEqualTo(WIDE);
  }

  private List<String> without(List<String> line) {
    return line.size() < 4 ? line : List.of(line.get(0), line.get(2), line.get(3));
  }

  @Test
  void mergedCellsAreSplitWhenItIsWrittenAnew() {
    byte[] own =
        Book.edited(
            ChartWorkbookWriter.write(FILE, CHART),
            sheet -> sheet.addMergedRegion(CellRangeAddress.valueOf("A6:A7")));

    assertThat(
            ChartWorkbook.read(FILE, ChartWorkbookWriter.rewrite(FILE, CHART, own)).certainText())
        .isEqualTo(CHART);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> ChartWorkbookWriter.write(FILE, "a\n".repeat(20_001)))
        .hasMessage(
            FILE + ": has too many rows or columns for a workbook of rules: keep it as CSV");
    assertThatThrownBy(() -> ChartWorkbookWriter.write(FILE, "x".repeat(32_768)))
        .hasMessage(
            FILE
                + ":1:A: is too long for a cell of a workbook: shorten it, or keep the table as"
                + " CSV");
  }

  private static XSSFSheet sheet(byte[] content) {
    try {
      return new XSSFWorkbook(new ByteArrayInputStream(content)).getSheetAt(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fill(XSSFSheet sheet, int row, int column) {
    var colour = Book.cell(sheet, row, column).getCellStyle().getFillForegroundXSSFColor();
    return colour == null ? "" : hex(colour.getRGB());
  }

  private static String hex(byte[] rgb) {
    return HexFormat.of().withUpperCase().formatHex(rgb);
  }
}
