package org.denba.engine.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.assessment.Finding;
import org.denba.engine.rules.ChartWorkbookWriter;
import org.denba.engine.rules.FolderRuleFiles;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases as a spreadsheet holds them, one a line. */
class CaseTableTest {

  private static final String TABLE = "imci-child/cases/mine.csv";
  private static final String WORKBOOK = "imci-child/cases/mine.xlsx";

  @Test
  void aLineIsACaseAndAnEmptyCellLeavesTheStartingPointsWord() {
    List<ClinicalCase> cases =
        read(
            """
            id,title,from,canary,setting,patient.ageMonths,cough,findings.spo2,hb,deworming-last-date,wheeze,parameters.malaria.risk,expect.proved,expect.missing.COU-1
            A,First,cough,oui,community,12,,97,not-done:no-device,180 days ago,unknown,low,COU-3|GDS-0,
            ,,,,,,,,,,,,,
            B,"Second, with a comma",cough,,,,no,not-done,"{ notDone: refused }",2026-05-01,,,GDS-0,"[spo2, lethargic]"
            """);

    assertThat(cases).extracting(ClinicalCase::id).containsExactly("A", "B");
    assertThat(cases).extracting(ClinicalCase::canary).containsExactly(true, false);
    assertThat(cases.get(1).title()).isEqualTo("Second, with a comma");
    var first = cases.get(0).request();
    assertThat(first.setting()).isEqualTo("community");
    assertThat(first.patient().ageMonths()).isEqualTo(12);
    assertThat(first.parameters()).containsExactly(Map.entry("malaria.risk", "low"));
    assertThat(first.findings())
        .containsEntry("cough", new Finding.Answer(true))
        .containsEntry("spo2", Finding.Quantity.of(97))
        .containsEntry("hb", new Finding.NotDone("no-device"))
        .containsEntry("deworming-last-date", new Finding.Day(BuiltInCases.DAY.minusDays(180)))
        .containsEntry("wheeze", new Finding.Unknown());
    assertThat(cases.get(1).request().findings())
        .containsEntry("cough", new Finding.Answer(false))
        .containsEntry("spo2", new Finding.NotDone(Finding.NotDone.UNSPECIFIED))
        .containsEntry("hb", new Finding.NotDone("refused"));
    assertThat(CaseRunner.run(BuiltInCases.ENGINE, cases.get(1)).failures())
        .containsExactly("B: expected COU-1 in the answer, got [GDS-0, NUT-4, ANA-3, HIV-3]");
  }

  @Test
  void aTableSaysTheSameAsTheYaml() {
    RuleFiles yaml =
        files(
            Map.of(
                "imci-child/cases/mine.yaml",
                """
                cases:
                  - id: A
                    title: First
                    from: cough
                    visit: follow-up
                    earlier: [COU-3, EAR-2]
                    patient: { ageMonths: 11 }
                    findings: { respiratory-rate: 50, muac: 114.5 }
                    expect: { proved: [COU-3], urgency: treat-here }
                """));

    assertThat(
            read("""
            id,title,from,visit,earlier,patient.ageMonths,respiratory-rate,muac,expect.proved,expect.urgency
            A,First,cough,follow-up,COU-3|EAR-2,11,50,114.5,COU-3,treat-here
            """)
                .get(0)
                .request())
        .isEqualTo(
            CaseFiles.read(BuiltInCases.ENGINE, yaml, "imci-child", BuiltInCases.DAY)
                .get(0)
                .request());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          id,title,from,cogh,expect.proved;A,a,cough,yes,COU-3 ~ :1:D: 'cogh' is no data element; perhaps 'cough'
          id,title,from,findings.cogh,expect.proved;A,a,cough,yes,COU-3 ~ :1:D: 'cogh' is no data element; perhaps 'cough'
          id,title,from,patient.age,expect.proved;A,a,cough,2,COU-3 ~ :1:D: 'age' is no key of a patient
          id,title,from,parameters.malaria.rsk,expect.proved;A,a,cough,low,COU-3 ~ :1:D: 'malaria.rsk' is no parameter of this protocol; perhaps 'malaria.risk'
          id,title,from,expect.prooved,expect.proved;A,a,cough,COU-3,COU-3 ~ :1:D: 'prooved' is no key of 'expect'; perhaps 'proved'
          id,title,from,cough,cough,expect.proved;A,a,cough,yes,yes,COU-3 ~ :1:E: 'cough' is the title of another column too: remove one
          id,title,from,,expect.proved;A,a,cough,yes,COU-3 ~ :1:D: has no title, but cells below it are filled in
          id,title,from,expect.proved;A,a,cough,COU-3,more ~ :2:E: 'more' stands in a column without a title
          id,title,from,muac,expect.proved;A,a,cough,"11,5",COU-3 ~ :2:D: '11,5' has a decimal comma: write 11.5
          id,title,from,muac,expect.proved;A,a,cough,thin,COU-3 ~ :2:D: 'thin' must be a number (with a point: 37.5)
          id,title,from,cough,expect.proved;A,a,cough,x,COU-3 ~ :2:D: 'x' must be yes or no
          id,title,from,skin-pinch,expect.proved;A,a,cough,slowly,COU-3 ~ :2:D: 'slowly' is no code of 'skin-pinch' [immediate, slow, very-slow]; perhaps 'slow'
          id,title,from,hb,expect.proved;A,a,cough,not-done:lost,COU-3 ~ :2:D: notDone: 'lost' is no reason
          id,title,from,expect.proved;A,a,cogh,COU-3 ~ :2:C: 'cogh' is no starting point that stands above; perhaps 'cough'
          id,title,from,expect.proved;A,a,cough,COU-33 ~ :2:D: 'COU-33' is no row of this protocol
          id,title,from,expect.proved;A,a,cough,COU-3||COU-4 ~ :2:D: 'COU-3||COU-4' has a | with nothing beside it: remove it
          id,title,from,expect.because.COU-33,expect.urgency;A,a,cough,muac,home-care ~ :2:D: 'COU-33' is no row of this protocol
          id,title,from,hb,expect.proved;A,a,cough,{ notDone: lost,COU-3 ~ :2:D: '{ notDone: lost' cannot be read as YAML: while parsing a flow mapping
          id,title,from,expect.proved;,a,cough,COU-3 ~ :2: has no id
          id,title,from,expect.proved;A,,cough,COU-3 ~ :2: A: needs a title, and under 'expect' what the answer must say
          id,title,from,expect.proved;A,a,cough,COU-3;A,b,cough,COU-4 ~ :3: A: the id stands already in imci-child/cases/mine.csv
          """)
  void namesTheMistakeWithRowAndColumn(String table, String problem) {
    assertThatThrownBy(() -> read(table.replace(';', '\n') + "\n"))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining(TABLE + problem);
  }

  @Test
  void theFirstMistakeOfEveryLineIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    id,title,from,muac,cough,expect.proved
                    A,a,cough,thin,,COU-3
                    B,b,cough,"11,5",,COU-3
                    C,c,cough,,yes,COU-33
                    """))
        .hasMessageContaining("3 problem(s)")
        .hasMessageContaining(TABLE + ":2:D: 'thin'")
        .hasMessageContaining(TABLE + ":3:D: '11,5'")
        .hasMessageContaining(TABLE + ":4:F: 'COU-33'");
  }

  @Test
  void aWorkbookIsReadAndItsMistakesAreToldBySheetAndCell(@TempDir Path folder) throws IOException {
    RuleFiles good =
        workbook(folder, "id,title,from,respiratory-rate,expect.proved\nA,a,cough,50,COU-3\n");
    assertThat(CaseFiles.read(BuiltInCases.ENGINE, good, "imci-child", BuiltInCases.DAY))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.file()).isEqualTo(WORKBOOK);
              assertThat(each.request().findings())
                  .containsEntry("respiratory-rate", Finding.Quantity.of(50));
            });

    RuleFiles wrong =
        workbook(folder, "id,title,from,respiratory-rate,expect.proved\nA,a,cough,fast,COU-3\n");
    assertThatThrownBy(
            () -> CaseFiles.read(BuiltInCases.ENGINE, wrong, "imci-child", BuiltInCases.DAY))
        .hasMessage(WORKBOOK + ":mine!D2: 'fast' must be a number (with a point: 37.5)");
  }

  @Test
  void twoFilesOfOneNameAreRefused() {
    RuleFiles both =
        files(Map.of(TABLE, "id,title,expect.proved\n", "imci-child/cases/mine.yaml", "cases: []"));

    assertThatThrownBy(
            () -> CaseFiles.read(BuiltInCases.ENGINE, both, "imci-child", BuiltInCases.DAY))
        .hasMessage(
            "imci-child/cases/mine.yaml: there is also "
                + TABLE
                + ", and only one of them can be read: rename one");
  }

  private static List<ClinicalCase> read(String table) {
    return CaseFiles.read(
        BuiltInCases.ENGINE, files(Map.of(TABLE, table)), "imci-child", BuiltInCases.DAY);
  }

  private static RuleFiles files(Map<String, String> over) {
    return path ->
        over.containsKey(path)
            ? Optional.of(over.get(path))
            : path.equals("imci-child/protocol.yaml")
                ? Optional.of(protocol())
                : BuiltInCases.FILES.find(path);
  }

  /** A folder with a workbook of cases, and the shipped rules for what it lacks. */
  private static RuleFiles workbook(Path folder, String table) throws IOException {
    Path file = folder.resolve(WORKBOOK);
    Files.createDirectories(file.getParent());
    Files.write(file, ChartWorkbookWriter.write(TABLE, table));
    RuleFiles inFolder = new FolderRuleFiles(folder);
    RuleFiles shipped = files(Map.of());
    return new RuleFiles() {
      @Override
      public Optional<String> find(String path) {
        return inFolder.find(path).or(() -> shipped.find(path));
      }

      @Override
      public Optional<byte[]> bytes(String path) {
        return inFolder.bytes(path).or(() -> shipped.bytes(path));
      }
    };
  }

  private static String protocol() {
    return BuiltInCases.FILES
        .read("imci-child/protocol.yaml")
        .replaceFirst("cases:\n(  - .*\n)+", "cases: [mine]\n");
  }
}
