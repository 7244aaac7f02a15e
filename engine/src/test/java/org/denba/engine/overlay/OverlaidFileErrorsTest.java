package org.denba.engine.overlay;

import static org.denba.engine.overlay.OverlaidRules.GOOD;
import static org.denba.engine.overlay.OverlaidRules.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in an overlay's charts, actions, texts or tables is told with what was meant. */
class OverlaidFileErrorsTest {

  private static final String HERE = OverlaidRules.HIGHLAND;
  private static final String CHART = HERE + "imci-child/ear-problem.csv";
  private static final String ACTIONS = HERE + "imci-child/actions.csv";

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
}
