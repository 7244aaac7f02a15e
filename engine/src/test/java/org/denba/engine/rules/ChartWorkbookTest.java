package org.denba.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.denba.engine.rules.Irregularity.Kind;
import org.junit.jupiter.api.Test;

class ChartWorkbookTest {

  private static final String FILE = "small/table.xlsx";

  @Test
  void readsWhatAPersonSees() {
    ChartWorkbook book =
        read(
            sheet -> {
              Book.number(sheet, 2, 2, 0.1 + 0.2, "General");
              Book.number(sheet, 2, 3, 90, "0");
              Book.number(sheet, 3, 2, 37.5, "0.00");
              Book.cell(sheet, 3, 3).setCellValue(true);
            });

    assertThat(book.irregularities()).isEmpty();
    assertThat(book.certainText())
        .isEqualTo("element,below,source\nmuac,0.3,90\nweight,37.5,true\n");
  }

  @Test
  void aNumberThatLooksOtherwiseThanItIsCannotBeUsed() {
    ChartWorkbook book =
        read(
            sheet -> {
              Book.number(sheet, 2, 2, 0.9, "0%");
              Book.number(sheet, 2, 3, 46023, "yyyy-mm-dd");
              Book.number(sheet, 3, 2, 37.25, "0.0");
              Book.number(sheet, 3, 3, 5, "#,##0.00 \"€\"");
              Book.number(sheet, 4, 1, 7, "000");
              Book.number(sheet, 4, 2, 1234, "#,##0");
              Book.number(sheet, 4, 3, 123456789012345678d, "General");
            });

    assertThat(told(book))
        .containsExactly(
            FILE
                + ":table!B2: is formatted as a percentage, 90%: format the cell as Text, write the"
                + " number",
            FILE
                + ":table!C2: is a date, 2026-01-01: if text or a number is meant, format the cell"
                + " as Text, write again",
            FILE
                + ":table!B3: shows 37.3 and holds 37.25: format the cell as Text and write the"
                + " number that is meant",
            FILE
                + ":table!C3: is formatted as money, 5.00 €: format the cell as Text, write the"
                + " number",
            FILE
                + ":table!A4: shows 007 and holds 7: format the cell as Text and write the number"
                + " that is meant",
            FILE
                + ":table!B4: shows 1,234 and holds 1234: format the cell as Text and write the"
                + " number that is meant",
            FILE
                + ":table!C4: 123456789012346000 is a number of more than 15 digits, of which a"
                + " spreadsheet loses the last: format the cell as Text and write it again");
    assertThatThrownBy(book::certainText)
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("7 problem(s)")
        .hasMessageContaining("table!C4");
  }

  @Test
  void formulasErrorsAndMergedCellsCannotBeUsed() {
    ChartWorkbook book =
        read(
            sheet -> {
              Book.cell(sheet, 2, 2).setCellFormula("100+15");
              Book.cell(sheet, 3, 3).setCellErrorValue((byte) 42);
              sheet.addMergedRegion(CellRangeAddress.valueOf("A2:A3"));
            });

    assertThat(told(book))
        .containsExactly(
            FILE
                + ":table!A2: is merged (A2:A3): split the cells and write the value into each of"
                + " them",
            FILE + ":table!B2: holds a formula, =100+15: write its value in place of it",
            FILE + ":table!C3: shows the error #N/A: write the value that is meant");
    assertThatThrownBy(book::certainText).isInstanceOf(RuleFileException.class);
  }

  @Test
  void whatIsHiddenCountsAndIsTold() {
    ChartWorkbook book =
        read(
            sheet -> {
              sheet.getRow(1).setZeroHeight(true);
              sheet.setColumnHidden(2, true);
              Book.cell(sheet, 3, 1).setCellValue(" weight\u00a0");
            });

    assertThat(told(book))
        .containsExactly(
            FILE
                + ":table!C: is hidden, and counts all the same ('source' …): show it, or delete"
                + " it",
            FILE + ":table!2: is hidden, and counts all the same ('muac' …): show it, or delete it",
            FILE + ":table!A3: has spaces before or after the text, ' weight\u00a0': delete them");
    assertThat(book.certainText()).isEqualTo(Book.TABLE.replace("weight", " weight\u00a0"));
  }

  @Test
  void aSecondTableCannotBeUsedNotesAndHiddenSheetsAreTold() {
    ChartWorkbook book =
        read(
            sheet -> {
              Book.cell(sheet.getWorkbook().createSheet("new bounds"), 1, 1)
                  .setCellValue("element");
              Book.cell(sheet.getWorkbook().createSheet("notes"), 3, 1)
                  .setCellValue("ask Dr Keita");
              Book.cell(sheet.getWorkbook().createSheet("old"), 1, 1).setCellValue("element");
              sheet.getWorkbook().createSheet("empty");
              sheet.getWorkbook().setSheetHidden(3, true);
            });

    assertThat(told(book))
        .containsExactly(
            FILE
                + ":new bounds: is a second table ('element' …), and only the first is read: move"
                + " it to a file of its own",
            FILE
                + ":notes: is not read, only the first sheet is (it holds 'ask Dr Keita' …): keep"
                + " notes elsewhere",
            FILE + ":old: is hidden and not read (it holds 'element' …): delete it, or show it");
    assertThat(book.irregularities())
        .extracting(i -> i.kind().fatal())
        .containsExactly(true, false, false);
  }

  @Test
  void theFirstSheetThatIsShownIsRead() {
    ChartWorkbook book =
        read(
            sheet -> {
              Book.cell(sheet.getWorkbook().createSheet("hidden"), 1, 1).setCellValue("no");
              sheet.getWorkbook().setSheetOrder("hidden", 0);
              sheet.getWorkbook().setActiveSheet(1);
              sheet.getWorkbook().setSheetHidden(0, true);
            });

    assertThat(book.sheet()).isEqualTo("table");
    assertThat(book.text()).isEqualTo(Book.TABLE);
    assertThat(book.irregularities())
        .extracting(Irregularity::kind)
        .containsExactly(Kind.HIDDEN_SHEET);
  }

  @Test
  void emptyLinesKeepTheirNumbersAndSpacesMakeNoTableLarger() {
    ChartWorkbook book =
        read(
            sheet -> {
              Book.cell(sheet, 5, 1).setCellValue("height");
              Book.cell(sheet, 9, 7).setCellValue("  ");
            });

    assertThat(book.text()).isEqualTo(Book.TABLE + "\nheight,,\n");
    assertThat(book.irregularities()).extracting(Irregularity::cell).containsExactly("G9");
  }

  @Test
  void namesCellsAsTheSpreadsheetDoes() {
    assertThat(CellName.of(7, 3)).isEqualTo("C7");
    assertThat(CellName.column(26)).isEqualTo("Z");
    assertThat(CellName.column(27)).isEqualTo("AA");
    assertThat(CellName.column(703)).isEqualTo("AAA");
    for (int column = 1; column < 1000; column++) {
      assertThat(CellName.column(CellName.column(column))).isEqualTo(column);
    }
    assertThat(read(sheet -> {}).place(7, 28)).isEqualTo(FILE + ":table!AB7");
  }

  @Test
  void whatIsNoWorkbookIsSaidInOneSentence() throws IOException {
    assertRefused(new byte[0], "is no XLSX workbook: save it again");
    assertRefused("a,b".getBytes(StandardCharsets.UTF_8), "is no XLSX workbook: save it again");
    assertRefused(new byte[5 << 20], "is larger than 4 MB, a table of rules does not");
    byte[] old = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    assertRefused(Arrays.copyOf(old, 1024), "is an old Excel file or locked by a password");
    assertRefused(zip("x", 100), "is no XLSX workbook: save it again");
    assertRefused(zip("xl/worksheets/sheet1.xml", 200 << 20), "unpacks to more than 10 MB");
  }

  @Test
  void aTableThatIsTooLargeIsSaidWithItsCell() {
    assertThatThrownBy(() -> read(sheet -> Book.cell(sheet, 1_000_000, 2).setCellValue("x")))
        .hasMessageStartingWith(FILE + ":table!B1000000: holds 'x', so far down or right");
    assertThatThrownBy(() -> read(sheet -> Book.cell(sheet, 2, 9_000).setCellValue("x")))
        .hasMessageContaining("holds 'x', so far down or right");
    assertThatThrownBy(
            () ->
                read(
                    sheet -> {
                      for (int row = 2; row >= 0; row--) {
                        sheet.removeRow(sheet.getRow(row));
                      }
                    }))
        .hasMessage(FILE + ":table: is empty: the table stands on the first sheet");
  }

  private static void assertRefused(byte[] content, String message) {
    assertThatThrownBy(() -> ChartWorkbook.read(FILE, content))
        .isInstanceOf(RuleFileException.class)
        .hasMessageStartingWith(FILE + ": ")
        .hasMessageContaining(message);
  }

  private static byte[] zip(String name, int zeros) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      byte[] block = new byte[1 << 20];
      for (int left = zeros; left > 0; left -= block.length) {
        zip.write(block, 0, Math.min(left, block.length));
      }
    }
    return out.toByteArray();
  }

  private static ChartWorkbook read(Consumer<XSSFSheet> edit) {
    return ChartWorkbook.read(FILE, Book.with(edit));
  }

  private static List<String> told(ChartWorkbook book) {
    return book.irregularities().stream().map(i -> i.where(FILE) + ": " + i.message()).toList();
  }
}
