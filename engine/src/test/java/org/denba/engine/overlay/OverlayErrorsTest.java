package org.denba.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.verification.OverlayCases;
import org.denba.engine.verification.SelfTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in an overlay stops it from loading, and is told with its file and what was meant. */
class OverlayErrorsTest {

  private static final String HERE = OverlaidRules.HIGHLAND;
  private static final String CHART = HERE + "imci-child/ear-problem.csv";
  private static final String ACTIONS = HERE + "imci-child/actions.csv";
  private static final OverlaidRules GOOD = OverlaidRules.good();

  @Test
  void theOverlayItselfIsRight() {
    assertThat(SelfTest.of(GOOD.load()).ready()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "malaria.risk: none | malaria.risc: none | overlay.yaml:parameters:malaria.risc:"
            + " 'malaria.risc' is no parameter; perhaps 'malaria.risk'",
        "malaria.risk: none | malaria.risk: hihg | overlay.yaml:parameters:malaria.risk: 'hihg' is"
            + " no value of 'malaria.risk'; it can be [high, low, none]",
        "imci.spo2-refer-below: 92 | imci.spo2-refer-below: 60 |"
            + " overlay.yaml:parameters:imci.spo2-refer-below: '60' is no value of"
            + " 'imci.spo2-refer-below'; it can be [90, 92, 94] or a number from 85.0 to 100.0",
        "malaria.risk: none | malaria.risk: | overlay.yaml:parameters:malaria.risk: has no value",
        "malaria.risk: none | site.lacks: spo3 | overlay.yaml:parameters:site.lacks: 'spo3' is no"
            + " value of 'site.lacks'; it is a list of data elements",
        "parameters: | parametres: | overlay.yaml:parametres: 'parametres' is no key of an overlay,"
            + " perhaps 'parameters'; there are approval, district, id, parameters, title, version",
        "id: highland | id: lowland | overlay.yaml:id: is 'lowland' but the folder is 'highland'",
        "version: 0.2.0 | | overlay.yaml:version: is missing",
        "district: district-id | district: distric-id | "
            + "overlay.yaml:district: 'distric-id' is no coded data element, perhaps 'district-id'",
        "district: district-id | district: cough | overlay.yaml:district: 'cough' is no coded data"
            + " element",
        "district: district-id | | overlay.yaml:district: is missing: name the data element",
        "malaria.risk: none | malaria.risk: [ | overlay.yaml: is not YAML",
      })
  void inWhatItSaysOfItself(String piece, String by, String problem) {
    refused(GOOD.replacing(HERE + "overlay.yaml", piece, by == null ? "" : by), HERE + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "smc.in-season | smc.season | :4: 'smc.season' is no parameter; perhaps 'smc.in-season'",
        "risk,high | risk,hihg | :3: 'hihg' is no value of 'malaria.risk'; it can be [high, low,"
            + " none]",
        "season,true | season,yes | :4: 'yes' is no value of 'smc.in-season'; it can be [false,"
            + " true]",
        "11..6 | 11-6 | :2:months: '11-6' are no months: write 7..10, 11..2,",
        "11..6 | 0..6 | :2:months: '0..6' are no months",
        "11..6 | 11..13 | :2:months: '11..13' are no months",
        "11..6 | 11..7 | :3:months: says 'malaria.risk' a second time for this district and month:"
            + " see overlays/highland/parameters-by-district.csv:2",
        "lake,South,, | ,South,, | :6:district: is empty: it needs a value",
        "low,reference | low,sure | :2:certainty: 'sure' cannot stand here: write reference or"
            + " unsure",
        "A book p.2 | | :5:source: is empty: it needs a value",
        "district, | place, | :1: the column 'district' is missing",
      })
  void inItsTableOfDistricts(String piece, String by, String problem) {
    String path = HERE + "parameters-by-district.csv";
    refused(GOOD.replacing(path, piece, by == null ? "" : by), path + problem);
  }

  @Test
  void aTableOfDistrictsWithoutALine() {
    String path = HERE + "parameters-by-district.csv";
    refused(
        GOOD.with(path, GOOD.read(path).lines().findFirst().orElseThrow() + "\n"),
        path + ": holds no line: fill it in, or remove the file");
  }

  @Test
  void aRowThatTheChartDoesNotHave() {
    refused(
        GOOD.replacing(CHART, "EAR-2", "EAR-22"),
        CHART + ":6: 'EAR-22' is no row of imci-child/ear-problem.csv, perhaps 'EAR-2'");
  }

  @Test
  void aSignThatTheDictionaryDoesNotHave() {
    refused(
        GOOD.replacing(CHART, "ear-pain", "ear-pian"),
        CHART + ":4:F: 'ear-pian' is no data element",
        "'ear-pain'");
  }

  @Test
  void aLineWithoutItsSource() {
    refused(
        GOOD.replacing(CHART, "\"Highland guide 2020, p.3\"", ""),
        CHART + ":6:O: has no source: name the document and page that this line comes from");
  }

  @Test
  void aChartThatIsNoDecisionTable() {
    refused(
        GOOD.with(CHART, "row,when\nEAR-2,ear-pain\n"),
        CHART + ":1:A: a chart starts with 'RuleTable' and the chart's name");
  }

  @Test
  void aChartThatThereIsNot() {
    refused(
        GOOD.with(HERE + "imci-child/ear-problems.csv", GOOD.read(CHART)),
        HERE
            + "imci-child/ear-problems.csv: there is no imci-child/ear-problems.csv that it could"
            + " change, perhaps imci-child/ear-problem.csv");
  }

  @Test
  void actionsOfARowOrOfATreatmentThatThereIsNot() {
    refused(
        GOOD.replacing(ACTIONS, "EAR-2,TX-AMOX", "EAR-22,TX-AMOX"),
        ACTIONS + ":2:row: 'EAR-22' is no row of this protocol, perhaps 'EAR-2'");
    refused(
        GOOD.replacing(ACTIONS, "TX-SOOTHE", "TX-SOTHE"),
        ACTIONS + ":3:action: 'TX-SOTHE' is not in treatments.csv, perhaps 'TX-SOOTHE'");
    refused(
        GOOD.replacing(ACTIONS, "TX-SOOTHE,", "TX-SOOTHE,yes(wheez)"),
        ACTIONS + ":3:when: 'wheez' is no data element");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "texts      | destination.health-facility | destination.health-facilty |"
            + " 'destination.health-facilty' replaces no text of texts, perhaps"
            + " 'destination.health-facility'",
        "imci-child | classification.acute-ear-infection.label |"
            + " classification.acute-ear-infektion.label |"
            + " 'classification.acute-ear-infektion.label' replaces no text of imci-child, perhaps"
            + " 'classification.acute-ear-infection.label'",
        "imci-child | destination.health-facility.NUT-1 | destination.health-facility.NUT-11 | "
            + "'destination.health-facility.NUT-11' replaces no text of imci-child,"
            + " perhaps 'destination.health-facility.NUT-1'",
        "imci-child | destination.health-facility.NUT-1 | destination.hospital.NUT-1 | "
            + "'destination.hospital.NUT-1' replaces no text of imci-child",
      })
  void aTextThatReplacesNone(String folder, String key, String by, String problem) {
    OverlaidRules files = GOOD;
    for (String language : List.of("en", "fr")) {
      files =
          files.replacing(
              HERE + folder + "/texts_" + language + ".properties", key + "=", by + "=");
    }
    refused(files, HERE + folder + "/texts_en.properties:", problem);
  }

  @Test
  void aTextInOneLanguageOnly() {
    refused(
        GOOD.with(HERE + "texts/texts_fr.properties", "# nothing\n"),
        HERE + "texts/texts_fr.properties: 'destination.health-facility' is missing");
  }

  @Test
  void aTextWithAnotherPlaceholder() {
    OverlaidRules files = GOOD;
    for (String language : List.of("en", "fr")) {
      files =
          files.with(
              HERE + "texts/texts_" + language + ".properties",
              "referral.refer-nonurgent={destination} {reason}\n");
    }
    refused(
        files,
        HERE
            + "texts/texts_en.properties:1: 'referral.refer-nonurgent' has the placeholders"
            + " [destination, reason], the text that it replaces has [destination, reasons]");
  }

  @Test
  void aTextThatCannotBeRead() {
    refused(
        GOOD.with(HERE + "texts/texts_fr.properties", "destination.health-facility\n"),
        HERE + "texts/texts_fr.properties:1: is not 'key=text'");
  }

  @Test
  void aTableThatThereIsNot() {
    refused(
        GOOD.with(HERE + "dose/TX-ZINC.csv", "a\n"),
        HERE
            + "dose/TX-ZINC.csv: there is no dose/TX-ZINC.csv that it could change, perhaps"
            + " doses/TX-ZINC.csv");
  }

  @Test
  void aTableThatIsWrongIsToldByItsOwnPath() {
    refused(
        GOOD.replacing(HERE + "doses/TX-VITA-SUPP.csv", "age mo,9,60", "age mo,9,6"),
        HERE + "doses/TX-VITA-SUPP.csv:3");
  }

  @Test
  void casesThatStandWithTheRules() {
    refused(
        GOOD.with(HERE + "imci-child/cases/canaries.yaml", "cases: []\n"),
        HERE
            + "imci-child/cases/canaries.yaml: cases of an overlay belong in"
            + " overlays/highland/cases/: move the file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "protocol: imci-child | protocol: imci-kid | imci-kid: is no protocol of these rules",
        "protocol: imci-child | # | overlays/highland/cases/first.yaml: has no 'protocol:', whose"
            + " cases these are",
        "follow-up: { FU-EAR-2: 2 } | follow-up: { FU-EAR-9: 2 } |"
            + " overlays/highland/cases/first.yaml: HIGH.ear: expect: follow-up: FU-EAR-9: 'EAR-9'"
            + " is no row of this protocol",
        "id: HIGH.pus-alone | id: HIGH.ear | overlays/highland/cases/first.yaml: HIGH.ear: the id"
            + " stands already in overlays/highland/cases/first.yaml",
      })
  void inItsCases(String piece, String by, String problem) {
    OverlaidRules files = GOOD.replacing(HERE + "cases/first.yaml", piece, by);
    assertThatThrownBy(() -> OverlayCases.read(GOOD.load(), files, "highland", OverlaidRules.DAY))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining(problem);
    assertThat(SelfTest.of(files.load()).ready()).isFalse();
  }

  @Test
  void everyFileThatChangesNothingIsTold() {
    assertThatThrownBy(
            () ->
                GOOD.with(HERE + "imci-child/fewer.csv", "a\n")
                    .with(HERE + "texts/texts_xx.properties", "a=b\n")
                    .load())
        .hasMessageStartingWith("overlays/highland: 2 problem(s)")
        .hasMessageContaining(
            "imci-child/fewer.csv that it could change, perhaps imci-child/fever.csv")
        .hasMessageContaining("texts/texts_xx.properties that it could change");
  }

  @Test
  void anOverlayThatThereIsNot() {
    assertThatThrownBy(() -> GOOD.load(OverlaidRules.options().with("higland", null)))
        .isInstanceOf(RuleFileException.class)
        .hasMessage(
            "overlays/higland: there is no such overlay, perhaps 'highland'; there are: highland");
    RuleFiles none = ClassPathRuleFiles.builtIn()::find;
    assertThatThrownBy(() -> OverlayFiles.over(none, "x"))
        .hasMessage("overlays/x: there is no such overlay; there are none");
  }

  @Test
  void aSiteInADistrictThatThereIsNot() {
    assertThatThrownBy(() -> GOOD.load(OverlaidRules.options().with("highland", "vally")))
        .hasMessage(
            "district vally: is not in overlays/highland/parameters-by-district.csv, perhaps"
                + " 'valley'");
    assertThatThrownBy(() -> GOOD.load(OverlaidRules.options().with(null, "valley")))
        .hasMessage(
            "district valley: says nothing without an overlay that has a table of districts");
  }

  @Test
  void aParameterThatTheSiteCannotSet() {
    assertThatThrownBy(() -> GOOD.load(site("malaria.risk", "hihg")))
        .hasMessage(
            "parameter malaria.risk: 'hihg' is no value of 'malaria.risk'; it can be [high, low,"
                + " none]");
    assertThatThrownBy(() -> GOOD.load(site("malaria.risc", "high")))
        .hasMessage(
            "parameter malaria.risc: 'malaria.risc' is no parameter; perhaps 'malaria.risk'");
  }

  private static EngineOptions site(String parameter, String value) {
    return new EngineOptions(() -> OverlaidRules.DAY, 1, Map.of(parameter, value), Set.of());
  }

  private static void refused(OverlaidRules files, String... message) {
    assertThatThrownBy(files::load)
        .isInstanceOf(RuleFileException.class)
        .hasMessageContainingAll(message);
  }
}
