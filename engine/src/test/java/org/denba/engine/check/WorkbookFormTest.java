package org.denba.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;

/** What a spreadsheet leaves in a workbook is told by sheet and cell, as it is of a CSV file. */
class WorkbookFormTest {

  private static final EditedRules SHIPPED = EditedRules.shipped();
  private static final String EAR = "imci-child/ear-problem.csv";
  private static final String GUARDS = "imci-child/guards.csv";
  private static final String CASES = "imci-child/cases/breathing-bounds.csv";

  @Test
  void aChartThatWentThroughASpreadsheetHasNoMistake() {
    assertThat(said(EAR, sheet -> {})).isEmpty();
    assertThat(said(GUARDS, sheet -> {})).isEmpty();
    assertThat(said(CASES, sheet -> {})).isEmpty();
  }

  @Test
  void whatIsIrregularIsToldByItsCell() {
    assertThat(
            said(
                GUARDS,
                sheet -> {
                  cell(sheet, "C2").setCellFormula("1+1");
                  sheet.addMergedRegion(CellRangeAddress.valueOf("A3:A4"));
                  sheet.getRow(4).setZeroHeight(true);
                  sheet.getWorkbook().createSheet("notes").createRow(0).createCell(0);
                  sheet.getWorkbook().getSheet("notes").getRow(0).getCell(0).setCellValue("ask");
                }))
        .contains(
            "formula imci-child/guards.xlsx:guards!C2: holds a formula, =1+1: write its value in"
                + " place of it",
            "merged imci-child/guards.xlsx:guards!A3: is merged (A3:A4): split the cells and write"
                + " the value into each of them",
            "other-sheet imci-child/guards.xlsx:notes: is not read, only the first sheet is (it"
                + " holds 'ask' …): keep notes elsewhere")
        .anyMatch(
            line ->
                line.startsWith(
                    "hidden-row imci-child/guards.xlsx:guards!5: is hidden, and counts all the"
                        + " same"));
  }

  @Test
  void textsAreLookedAtAsThoseOfACsvFile() {
    assertThat(
            said(
                EAR,
                sheet -> {
                  cell(sheet, "I10").setCellValue("14,5");
                  cell(sheet, "C7").setCellValue(" severity ");
                }))
        .contains(
            "stray-space imci-child/ear-problem.xlsx:Ear problem!C7 (Sub-chart): ' severity ' has a"
                + " space before or behind it, which is passed over: remove it",
            "decimal-comma imci-child/ear-problem.xlsx:Ear problem!I10 (Discharge at least (days)):"
                + " '14,5' has a decimal comma: write 14.5");
  }

  @Test
  void whatIsWrongWithItsWordsIsToldByItsCellToo() {
    assertThat(said(GUARDS, sheet -> cell(sheet, "B2").setCellValue("yes(fevre)")))
        .containsExactly(
            "unknown-element imci-child/guards.xlsx:guards!B2 (asked-when): 'fevre' is no data"
                + " element, perhaps 'fever'");
    assertThat(said(CASES, sheet -> cell(sheet, "E3").setCellValue("fast")))
        .containsExactly(
            "not-a-number imci-child/cases/breathing-bounds.xlsx:breathing-bounds!E3"
                + " (respiratory-rate): 'fast' must be a number (with a point: 37.5)");
  }

  @Test
  void aFileThatIsNoWorkbookIsTold() {
    EditedRules rules =
        SHIPPED
            .without(GUARDS)
            .with("imci-child/guards.xlsx", "no".getBytes(StandardCharsets.UTF_8));

    assertThat(said(rules))
        .anyMatch(line -> line.contains("imci-child/guards.xlsx: is no XLSX workbook"));
  }

  @Test
  void aWorkbookIsNotMendedAsText() {
    EditedRules rules =
        SHIPPED.withWorkbook(GUARDS, sheet -> cell(sheet, "A2").setCellValue(" muac "));

    assertThat(RuleCheck.mended(rules, EditedRules.DAY)).isEmpty();
  }

  private static List<String> said(String table, Consumer<XSSFSheet> edit) {
    return said(SHIPPED.withWorkbook(table, edit));
  }

  private static List<String> said(EditedRules rules) {
    return rules.check().mistakes().stream().map(m -> m.code() + " " + m.text()).toList();
  }

  private static XSSFCell cell(XSSFSheet sheet, String name) {
    int row = Integer.parseInt(name.substring(1)) - 1;
    XSSFRow line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    XSSFCell there = line.getCell(name.charAt(0) - 'A');
    return there == null ? line.createCell(name.charAt(0) - 'A') : there;
  }
}
