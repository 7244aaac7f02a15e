package org.denba.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.rules.RuleExport.Format;
import org.denba.engine.rules.RuleExport.Written;
import org.denba.engine.triage.EngineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules are written to a folder as text or workbooks, and are the same rules. */
class RuleExportTest {

  private static final RuleFiles SHIPPED = ClassPathRuleFiles.builtIn();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final String FEVER = "imci-child/fever";
  private static final List<String> SHIPPED_DIGESTS = digests(SHIPPED);

  @TempDir private Path temporary;

  @ParameterizedTest
  @EnumSource(Format.class)
  void theWrittenRulesAreTheSameRules(Format format) {
    Path folder = temporary.resolve("rules");

    Written written = export(SHIPPED, format).to(folder, false);

    RuleFiles exported = new FolderRuleFiles(folder);
    assertThat(exported.list("")).isEqualTo(SHIPPED.list("")).hasSize(written.files());
    SHIPPED.list("").forEach(path -> assertThat(exported.find(path)).contains(SHIPPED.read(path)));
    assertThat(written.keptAsCsv()).isEmpty();
    assertThat(Files.exists(folder.resolve(FEVER + (format == Format.CSV ? ".csv" : ".xlsx"))))
        .isTrue();
    assertThat(digests(exported)).isEqualTo(SHIPPED_DIGESTS).hasSizeGreaterThan(6);
  }

  private static List<String> digests(RuleFiles files) {
    TriageEngine engine =
        TriageEngine.load(files, EngineOptions.defaults(() -> DAY).with("mali", null));
    return engine.protocols("en").stream().map(ProtocolDescription::digest).toList();
  }

  @Test
  void aFolderThatIsNotEmptyIsLeftAlone() throws IOException {
    Files.writeString(temporary.resolve("mine.txt"), "notes");

    assertThatThrownBy(() -> export(SHIPPED, Format.CSV).to(temporary, false))
        .isInstanceOf(RuleFileException.class)
        .hasMessage(
            temporary
                + ": is not empty: name a new folder, or add --force, which moves what is there to "
                + temporary.getFileName()
                + "-before");
    assertThat(entries(temporary)).containsExactly("mine.txt");
  }

  @Test
  void byForceWhatStoodThereIsMovedAsideAndItsLookIsKept() throws IOException {
    Path folder = temporary.resolve("rules");
    Files.createDirectories(folder.resolve("imci-child"));
    int width = 7777;
    Files.write(
        folder.resolve(FEVER + ".xlsx"),
        Book.edited(
            ChartWorkbookWriter.write(FEVER, SHIPPED.read(FEVER + ".csv")),
            sheet -> sheet.setColumnWidth(3, width)));

    Written first = oneChart(Format.XLSX).to(folder, true);
    Written second = oneChart(Format.XLSX).to(folder, true);

    assertThat(first.before()).isEqualTo(temporary.resolve("rules-before"));
    assertThat(second.before()).isEqualTo(temporary.resolve("rules-before-2"));
    assertThat(width(folder)).isEqualTo(width);
    assertThat(width(first.before())).isEqualTo(width);
    assertThat(entries(temporary))
        .containsExactlyInAnyOrder("rules", "rules-before", "rules-before-2");
  }

  @Test
  void workbooksKeepTheirLookFromOneFolderToAnother() throws IOException {
    Path from = temporary.resolve("from");
    oneChart(Format.XLSX).to(from, false);
    Path book = from.resolve(FEVER + ".xlsx");
    int width = 6666;
    Files.write(book, Book.edited(Files.readAllBytes(book), s -> s.setColumnWidth(3, width)));

    export(new FolderRuleFiles(from), Format.XLSX).to(temporary.resolve("to"), false);
    export(new FolderRuleFiles(from), Format.CSV).to(temporary.resolve("text"), false);

    assertThat(width(temporary.resolve("to"))).isEqualTo(width);
    assertThat(Files.readString(temporary.resolve("text/" + FEVER + ".csv")))
        .isEqualTo(SHIPPED.read(FEVER + ".csv"));
  }

  @Test
  void aTableThatAWorkbookWouldChangeStaysText() throws IOException {
    Path from = Files.createDirectories(temporary.resolve("from"));
    String ragged = "a,b\n1\n";
    Files.writeString(from.resolve("ragged.csv"), ragged);
    Files.write(from.resolve("logo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});

    Written written =
        export(new FolderRuleFiles(from), Format.XLSX).to(temporary.resolve("to"), false);

    assertThat(written.keptAsCsv())
        .containsExactly("ragged.csv: would be another text when read from a workbook");
    assertThat(Files.readString(temporary.resolve("to/ragged.csv"))).isEqualTo(ragged);
    assertThat(Files.size(temporary.resolve("to/logo.png"))).isEqualTo(4);
  }

  @Test
  void nothingIsLeftBehindWhenAFileCannotBeRead() throws IOException {
    Path from = Files.createDirectories(temporary.resolve("from"));
    Files.write(from.resolve("bad.csv"), new byte[] {(byte) 0xE9});

    assertThatThrownBy(
            () -> export(new FolderRuleFiles(from), Format.CSV).to(temporary.resolve("to"), false))
        .hasMessage("bad.csv: is not UTF-8 text: save it again as UTF-8");
    assertThat(entries(temporary)).containsExactly("from");
  }

  private static RuleExport export(RuleFiles files, Format format) {
    return new RuleExport(files, path -> true, format);
  }

  private static RuleExport oneChart(Format format) {
    return new RuleExport(SHIPPED, path -> path.equals(FEVER + ".csv"), format);
  }

  private static int width(Path folder) throws IOException {
    byte[] content = Files.readAllBytes(folder.resolve(FEVER + ".xlsx"));
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      return book.getSheetAt(0).getColumnWidth(3);
    }
  }

  private static List<String> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).toList();
    }
  }
}
