package org.denba.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.denba.engine.rules.RuleFileException;
import org.junit.jupiter.api.Test;

/**
 * A protocol's folder is read whole, or refused with file, row, what is wrong and the nearest right
 * word.
 */
class ProtocolReaderTest {

  private static final SmallRules GOOD = SmallRules.good();
  private static final String LINE =
      "CHI-9,CHI-9,other,,30,,freezing,pink,refer-urgent,,,A book p.1,CHI-9";

  private static void refused(SmallRules rules, String... said) {
    assertThatThrownBy(rules::read).isInstanceOf(RuleFileException.class).message().contains(said);
  }

  @Test
  void aGoodProtocolIsReadWhole() {
    Protocol protocol = GOOD.read();

    assertThat(protocol.rows()).extracting(Row::id).containsExactly("CHI-1", "CHI-2");
    Row row = protocol.row("CHI-1").orElseThrow();
    assertThat(row.chart()).isEqualTo("chill");
    assertThat(row.lines()).extracting(Row.Line::urgency).containsExactly(Urgency.REFER_URGENT);
    assertThat(row.lines().get(0).alternative().where()).isEqualTo("small/chill.csv:6");
    assertThat(protocol.row("CHI-2").orElseThrow().followUp())
        .isEqualTo(new Row.FollowUp(List.of(new DayCount.Fixed(3)), "follow-up.if-not-better"));
    assertThat(protocol.digest()).startsWith("sha256:").hasSize(71);
    assertThat(protocol.guardOf(GOOD.dictionary().element("blue").orElseThrow().index()))
        .isNotNegative();
  }

  @Test
  void anEditedFileChangesTheDigest() {
    assertThat(GOOD.replacing(SmallRules.CHART, "p.1", "p.2").read().digest())
        .isNotEqualTo(GOOD.read().digest());
  }

  @Test
  void anUnknownElementOfAColumnIsNamedWithTheNearest() {
    refused(
        GOOD.replacing(SmallRules.CHART, "\"\"blue\"\"", "\"\"bleu\"\""),
        "small/chill.csv:4:F",
        "'bleu' is no data element",
        "perhaps 'blue'");
  }

  @Test
  void anUnknownElementOfADerivedSignIsNamedWithTheNearest() {
    refused(
        GOOD.replacing(SmallRules.DERIVED, "yes(\"shivers\")", "yes(\"shiver\")"),
        "small/derived.drl",
        "'shiver' is no data element",
        "perhaps 'shivers'");
  }

  @Test
  void anUnknownRowIsNamedWithTheNearest() {
    refused(
        GOOD.replacing(SmallRules.DERIVED, "yes(\"shivers\")", "row(\"CHJ-1\")"),
        "small/derived.drl",
        "'CHJ-1' is no row of this protocol",
        "perhaps 'CHI-1'");
  }

  @Test
  void anUnknownParameterIsNamedWithTheNearest() {
    refused(
        GOOD.replacing(SmallRules.CHART, "{limit}", "{limmit}"),
        "small/chill.csv:6",
        "'limmit' is no parameter of this protocol",
        "perhaps 'limit'");
  }

  @Test
  void aParameterThatIsNoNumberIsNotCompared() {
    refused(
        GOOD.replacing(SmallRules.CHART, "{limit}", "{season}"),
        "small/chill.csv:6",
        "'season' is no number");
  }

  @Test
  void aParameterValueThatCannotBeIsRefused() {
    refused(
        GOOD.replacing(SmallRules.DERIVED, "yes(\"shivers\")", "param(\"season\", \"rainy\")"),
        "'rainy' is no value of 'season'",
        "dry",
        "wet");
  }

  @Test
  void anUnknownCodeIsNamedWithTheNearest() {
    refused(
        GOOD.replacing(SmallRules.DERIVED, "cool/icy", "cool/icey"),
        "small/derived.drl",
        "'icey' is no code of 'skin'",
        "perhaps 'icy'",
        "warm, cool, icy");
  }

  @Test
  void aNumberOutsideWhatTheElementCanBeIsRefused() {
    refused(
        GOOD.replacing(SmallRules.CHART, "{limit}", "350"),
        "small/chill.csv:6",
        "'350' lies outside what 'degrees' can be");
  }

  @Test
  void aNumberWithACommaIsRefused() {
    refused(GOOD.replacing(SmallRules.CHART, "{limit}", "\"35,5\""), "small/chill.csv:6");
  }

  @Test
  void aNumberThatIsNotANumberIsRefused() {
    refused(GOOD.replacing(SmallRules.CHART, "{limit}", "NaN"), "'NaN' is no number");
    refused(GOOD.replacing(SmallRules.CHART, "{limit}", "Infinity"), "'Infinity' is no number");
    refused(GOOD.replacing(SmallRules.CHART, "{limit}", "fifty"), "'fifty' is no number");
  }

  @Test
  void aDerivedRuleWithoutSourceIsRefused() {
    refused(
        GOOD.replacing(SmallRules.DERIVED, "@Source(\"A book p.1\")", ""),
        "small/derived.drl",
        "has no @Source");
  }

  @Test
  void signsThatDependOnEachOtherInACircleAreRefusedWithTheCircle() {
    refused(
        GOOD.replacing(SmallRules.DERIVED, "yes(\"shivers\")", "row(\"CHI-2\")"),
        "circle",
        "cold",
        "CHI-2");
  }

  @Test
  void aGuardThatReadsItsOwnQuestionIsACircle() {
    refused(GOOD.replacing("small/guards.csv", "yes(shivers)", "yes(blue)"), "circle", "blue");
  }

  @Test
  void twoGuardsOfOneQuestionAreRefused() {
    refused(
        GOOD.with(
            "small/guards.csv", "element,asked-when,why\nblue,yes(shivers),\nblue,no(shivers),\n"),
        "small/guards.csv:3",
        "'blue' has a guard already");
  }

  @Test
  void aDerivedSignThatNoRuleMakesIsRefused() {
    refused(
        GOOD.with(SmallRules.DERIVED, "package org.denba.rules.small;\n"),
        "small/chill.csv:7",
        "reads 'cold'",
        "no rule of this protocol derives");
  }

  @Test
  void aCollectedElementCannotBeDerived() {
    refused(
        GOOD.replacing(SmallRules.DERIVED, "(\"cold\")", "(\"blue\")"),
        "small/derived.drl",
        "'blue' is collected, not derived");
  }

  @Test
  void aRuleWithAnythingButOnePatternIsRefused() {
    refused(
        GOOD.replacing(
            SmallRules.DERIVED,
            "when a : Assessment(",
            "when b : Assessment( yes(\"blue\") ) a : Assessment("),
        "small/derived.drl",
        "exactly one pattern");
  }

  @Test
  void aFolderThatIsNotItsIdIsRefused() {
    refused(
        GOOD.replacing(SmallRules.PROTOCOL, "id: small", "id: little"),
        "small/protocol.yaml:id",
        "'little'",
        "'small'");
  }

  @Test
  void yamlThatIsNoYamlOrSaysAThingTwiceIsRefused() {
    refused(GOOD.with(SmallRules.PROTOCOL, "id: [small"), "small/protocol.yaml", "is not YAML");
    refused(
        GOOD.replacing(SmallRules.PROTOCOL, "id: small", "id: small\nid: small"),
        "small/protocol.yaml",
        "is not YAML");
    refused(
        GOOD.replacing(SmallRules.PROTOCOL, "version: 1.0.0\n", ""),
        "small/protocol.yaml:version",
        "is missing");
  }

  @Test
  void sideTablesNameTheirRows() {
    refused(
        GOOD.with("small/plausible.csv", "element,plausible\ndegrees,low\n"),
        "small/plausible.csv:2:plausible",
        "'low' is no range");
    refused(
        GOOD.with("small/intake.csv", "from,value,to,becomes,mode,why\nblue,yes,cold,yes,maybe,\n"),
        "small/intake.csv:2:mode",
        "'maybe' is no mode");
    refused(
        GOOD.with(
            "small/actions.csv",
            "row,action,when,unless,unless-possible,course,days,hours,text\nCHI-3,FU,,,,,2,,\n"),
        "small/actions.csv:2:row",
        "'CHI-3' is no row of this protocol",
        "perhaps 'CHI-");
    refused(
        GOOD.with(
            "small/actions.csv",
            "row,action,when,unless,unless-possible,course,days,hours,text\nCHI-1,TX-X,,,,,,,\n"),
        "small/actions.csv:2:action",
        "'TX-X' is not in treatments.csv");
    refused(
        GOOD.with(
            "small/closes.csv",
            "element,reasons,when-known,unless,warning,why,comparisons\nblu,any,,,,,\n"),
        "small/closes.csv:2",
        "'blu' is no data element",
        "perhaps 'blue'");
    refused(
        GOOD.with("small/guards.csv", "element,asked,why\nblue,yes(shivers),\n"),
        "small/guards.csv:1",
        "'asked-when' is missing");
  }

  @Test
  void everyProblemIsToldAtOnce() {
    refused(
        GOOD.replacing(SmallRules.CHART, "{limit}", "{limmit}")
            .replacing(SmallRules.DERIVED, "cool/icy", "cool/icey")
            .with("small/plausible.csv", "element,plausible\ndegrees,low\n"),
        "3 problem(s)",
        "limmit",
        "icey",
        "small/plausible.csv:2");
  }
}
