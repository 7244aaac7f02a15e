package org.denba.engine.protocol;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.denba.engine.rules.RuleFileException;
import org.junit.jupiter.api.Test;

/** A chart that cannot be used is refused with its file, its row and what to do. */
class ChartErrorsTest {

  private static final SmallRules GOOD = SmallRules.good();
  private static final String LINE =
      "CHI-9,CHI-9,other,,30,,freezing,pink,refer-urgent,,,A book p.1,CHI-9";

  private static void refused(SmallRules rules, String... said) {
    assertThatThrownBy(rules::read).isInstanceOf(RuleFileException.class).message().contains(said);
  }

  @Test
  void anAnswerThatIsNeitherYesNorNoIsRefused() {
    refused(
        GOOD.replacing(SmallRules.CHART, "chill,no,,no", "chill,nope,,no"),
        "small/chill.csv:7",
        "'nope' is no answer for 'cold'",
        "write yes or no");
  }

  @Test
  void aLineWithoutSourceIsRefused() {
    refused(
        GOOD.replacing(SmallRules.CHART, ",A book p.1,CHI-2", ",,CHI-2"),
        "small/chill.csv:7",
        "has no source");
  }

  @Test
  void aLineWithoutConditionIsRefused() {
    refused(
        GOOD.replacing(SmallRules.CHART, "chill,no,,no", "chill,,,"),
        "small/chill.csv:7",
        "has no condition");
  }

  @Test
  void aLineWithoutRowIdIsRefused() {
    refused(
        GOOD.replacing(SmallRules.CHART, "CHI-2,CHI-2,chill", "CHI-2,,chill"),
        "small/chill.csv:7",
        "has no row id");
  }

  @Test
  void aLineWithoutSubChartIsRefused() {
    refused(
        GOOD.replacing(SmallRules.CHART, "CHI-2,CHI-2,chill", "CHI-2,CHI-2,"),
        "small/chill.csv:7",
        "has no sub-chart");
  }

  @Test
  void twoLinesWithOneNameAreRefused() {
    refused(
        GOOD.plusLine("CHI-1,CHI-9,other,,30,,freezing,pink,refer-urgent,,,A book p.1,CHI-9"),
        "small/chill.csv:8",
        "'CHI-1' names a second line");
  }

  @Test
  void linesOfOneRowMustAgreeInColourAndClassification() {
    refused(
        GOOD.plusLine("CHI-1.b,CHI-1,chill,yes,,,very-cold,yellow,treat-here,,,A book p.1,CHI-1"),
        "small/chill.csv:8",
        "colour 'yellow'",
        "small/chill.csv:6",
        "'pink'");
    refused(
        GOOD.plusLine("CHI-1.b,CHI-1,chill,yes,,,cold,pink,refer-urgent,,,A book p.1,CHI-1"),
        "small/chill.csv:8",
        "classification 'cold'");
  }

  @Test
  void oneRowInTwoChartsIsRefused() {
    SmallRules two =
        GOOD.with("small/second.csv", GOOD.files().get(SmallRules.CHART))
            .replacing(SmallRules.PROTOCOL, "[chill]", "[chill, second]");
    refused(two, "small/second.csv:6", "the row 'CHI-1' stands in the chart chill already");
  }

  @Test
  void anUnknownColourOrUrgencyIsRefused() {
    refused(GOOD.plusLine(LINE.replace("pink", "red")), "small/chill.csv:8", "'red' is no colour");
    refused(
        GOOD.plusLine(LINE.replace("refer-urgent", "urgent")),
        "small/chill.csv:8",
        "'urgent' is no urgency",
        "refer-urgent");
    refused(
        GOOD.plusLine(LINE.replace("refer-urgent", "undetermined")),
        "small/chill.csv:8",
        "'undetermined' is no urgency");
  }

  @Test
  void aFollowUpThatIsNoNumberOfDaysIsRefused() {
    refused(
        GOOD.replacing(SmallRules.CHART, "3 if-not-better", "soon"),
        "small/chill.csv:7",
        "'soon' is no follow-up");
  }

  @Test
  void aMistypedColumnKeywordIsRefused() {
    refused(
        GOOD.replacing(
            SmallRules.CHART,
            "METADATA,METADATA,CONDITION,CONDITION,CONDITION",
            "METADATA,METADATA,CONDITON,CONDITION,CONDITION"),
        "small/chill.csv");
  }

  @Test
  void aMistypedNameOfARowsColumnIsRefused() {
    refused(GOOD.replacing(SmallRules.CHART, "\"Flag(", "\"Flg("), "small/chill.csv", "Flg");
  }

  @Test
  void aLineThatFiresAnotherRowThanItsOwnIsRefused() {
    refused(
        GOOD.replacing(SmallRules.CHART, "A book p.1,CHI-2", "A book p.1,CHI-1"),
        "small/chill.csv:7");
  }

  @Test
  void aChartThatDoesNotStartWithItsTitleIsRefused() {
    refused(
        GOOD.replacing(SmallRules.CHART, "RuleTable Chill", "Chill"),
        "small/chill.csv:1:A",
        "RuleTable");
  }

  @Test
  void aMissingChartIsNamed() {
    refused(
        GOOD.replacing(SmallRules.PROTOCOL, "[chill]", "[chill, heat]"),
        "small/heat.csv",
        "missing");
  }
}
