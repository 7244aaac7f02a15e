package org.denba.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.denba.engine.overlay.OverlaidRules.GOOD;
import static org.denba.engine.overlay.OverlaidRules.refused;

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
}
