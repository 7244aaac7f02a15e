package org.denba.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderRuleFilesTest {

  @TempDir private Path folder;

  private RuleFiles files;

  @BeforeEach
  void open() throws IOException {
    files = new FolderRuleFiles(folder);
    Files.createDirectories(folder.resolve("small"));
  }

  @Test
  void aWorkbookIsReadByTheNameOfItsTable() throws IOException {
    put("small/table.xlsx", Book.with(sheet -> {}));

    assertThat(files.find("small/table.csv")).contains(Book.TABLE);
    assertThat(files.list("")).containsExactly("small/table.csv");
    assertThat(files.workbook("small/table.csv").orElseThrow().place(3, 2))
        .isEqualTo("small/table.xlsx:table!B3");
    assertThat(files.workbook("small/other.csv")).isEmpty();
  }

  @Test
  void twoFormsOfOneTableAreNotBothInForce() throws IOException {
    put("small/table.xlsx", Book.with(sheet -> {}));
    put("small/table.csv", Book.TABLE.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> files.find("small/table.csv"))
        .hasMessage(
            "small/table.csv: there is also small/table.xlsx, and only one of them can be in"
                + " force: delete one");
  }

  @Test
  void aWorkbookThatIsNotCertainIsRefusedWithItsCells() throws IOException {
    put("small/table.xlsx", Book.with(sheet -> Book.cell(sheet, 2, 2).setCellFormula("1+1")));

    assertThatThrownBy(() -> files.find("small/table.csv"))
        .hasMessage(
            "small/table.xlsx:table!B2: holds a formula, =1+1: write its value in place of it");
  }

  @Test
  void anotherFormatIsToldAndLocksAreNotListed() throws IOException {
    put("small/table.ods", new byte[1]);
    put("small/.~lock.table.csv#", new byte[1]);
    put("small/~$table.xlsx", new byte[1]);

    assertThatThrownBy(() -> files.find("small/table.csv"))
        .hasMessage(
            "small/table.ods: cannot be read in this format: save it as small/table.xlsx or"
                + " small/table.csv");
    assertThat(files.list("small/")).containsExactly("small/table.ods");
  }

  @Test
  void complaintsNameTheCellOfTheWorkbook() throws IOException {
    put("small/table.xlsx", Book.with(sheet -> {}));
    put("small/text.csv", Book.TABLE.getBytes(StandardCharsets.UTF_8));
    RuleFileException problem =
        new RuleFileException(
            "2 problem(s)",
            "\n  small/table.csv:3:2: is wrong\n  small/table.csv:3:AB: too\n  small/table.csv:2:"
                + " row\n  small/table.csv:2:below: named\n  small/text.csv:3:2: other\n "
                + " small/table.csv: whole");

    assertThat(WorkbookPlaces.explained(files, problem))
        .hasMessage(
            "2 problem(s): \n  small/table.xlsx:table!B3: is wrong\n  small/table.xlsx:table!AB3:"
                + " too\n  small/table.xlsx:table!2: row\n  small/table.xlsx:table!2:below:"
                + " named\n  small/text.csv:3:2: other\n  small/table.xlsx: whole");
  }

  private void put(String path, byte[] content) throws IOException {
    Files.write(folder.resolve(path), content);
  }
}
