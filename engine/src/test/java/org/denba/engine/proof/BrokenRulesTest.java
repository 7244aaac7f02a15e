package org.denba.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.engine.proof.SmallProofs.GREEN;
import static org.denba.engine.proof.SmallProofs.PINK;
import static org.denba.engine.proof.SmallProofs.PINK_BLUE;
import static org.denba.engine.proof.SmallProofs.found;
import static org.denba.engine.proof.SmallProofs.only;
import static org.denba.engine.proof.SmallProofs.proof;

import java.util.Map;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.protocol.SmallRules;
import org.junit.jupiter.api.Test;

/** A small chart is broken in one way at a time, and the proof shows the patient who suffers. */
class BrokenRulesTest {

  @Test
  void aPatientWhomNoRowCoversIsShown() {
    Patient patient = only(SmallRules.good(), Property.COMPLETE).patient().orElseThrow();

    assertThat(patient.findings()).containsKeys("shivers", "skin", "degrees");
    assertThat(Double.parseDouble(patient.findings().get("degrees")))
        .isGreaterThanOrEqualTo(Double.parseDouble(patient.parameters().get("limit")));
  }

  @Test
  void aRowBelowOneThatTakesEveryPatientIsDead() {
    SmallRules rules =
        SmallRules.good()
            .withLines(
                "CHI-1.a,CHI-1,chill,yes,,,very-cold,pink,refer-urgent,,,A book p.1,CHI-1",
                "CHI-3,CHI-3,chill,yes,,yes,cold,yellow,treat-here,,,A book p.1,CHI-3");

    assertThat(only(rules, Property.NO_DEAD_ROW).what()).isEqualTo("CHI-3");
  }

  @Test
  void aLineWithinAnotherIsSpareAndOnlyUntidy() {
    SmallRules rules =
        SmallRules.good()
            .withLines(
                "CHI-1.a,CHI-1,chill,yes,,,very-cold,pink,refer-urgent,,,A book p.1,CHI-1",
                "CHI-1.b,CHI-1,chill,yes,,yes,very-cold,pink,refer-urgent,,,A book p.1,CHI-1");
    Refutation spare = only(rules, Property.NO_SPARE_LINE);

    assertThat(spare.what()).isEqualTo("CHI-1.b");
    assertThat(spare.isAccepted()).isTrue();
  }

  @Test
  void aGreenRowAboveAPinkOneIsShownWithAPatientOfBoth() {
    SmallRules rules =
        SmallRules.good()
            .withLines("CHI-2,CHI-2,chill,no,,,warm,green,home-care,,,A book p.1,CHI-2", PINK);
    Refutation refutation = only(rules, Property.SEVERE_FIRST);

    assertThat(refutation.what()).isEqualTo("CHI-2");
    assertThat(refutation.patient().orElseThrow().findings())
        .containsEntry("shivers", "no")
        .containsEntry("skin", "warm")
        .containsKey("degrees");
  }

  @Test
  void aGreenRowOfAPatientOfWhomNothingIsKnownIsRefuted() {
    SmallRules rules =
        SmallRules.good()
            .withLines("CHI-2,CHI-2,chill,,,,warm,green,home-care,,,A book p.1,CHI-2")
            .replacing(
                "small/chill.csv", "\"answer(\"\"blue\"\",\"\"$param\"\")\"", "otherwise($param)")
            .replacing("small/chill.csv", "CHI-2,CHI-2,chill,,,,", "CHI-2,CHI-2,chill,,,yes,");
    Refutation refutation = only(rules, Property.NOTHING_KNOWN);

    assertThat(refutation.patient().orElseThrow().findings()).isEmpty();
  }

  @Test
  void aSignThatLowersTheUrgencyIsRefutedByTwoPatients() {
    SmallRules rules =
        SmallRules.good()
            .withLines(
                "CHI-0,CHI-0,chill,,,yes,odd,yellow,treat-here,,,A book p.1,CHI-0",
                PINK,
                PINK_BLUE.replace("CHI-1.b", "CHI-1.c"));
    Refutation blue =
        found(proof(rules), Property.DANGER_SIGN).stream()
            .filter(r -> r.what().equals("blue"))
            .findFirst()
            .orElseThrow();

    assertThat(blue.other().orElseThrow().findings()).containsEntry("blue", "yes");
  }

  /** The column of blue lips asks for another thing instead. */
  private static SmallRules asking(String column, String... lines) {
    return SmallRules.good()
        .withLines(lines)
        .replacing("small/chill.csv", "\"answer(\"\"blue\"\",\"\"$param\"\")\"", column);
  }

  @Test
  void aSignOfTwoCodesAtOnceIsNeverDecided() {
    SmallRules rules =
        asking("\"is(\"\"tone\"\",\"\"$param\"\")\"", PINK_BLUE.replace("yes", "low"), GREEN)
            .replacing("small/chill.csv", ",no,,no,warm", ",no,,high,warm");
    String dictionary = rules.files().get(DataDictionary.FILE);
    ProtocolProof proof =
        proof(
            rules
                .with(DataDictionary.FILE, dictionary + "tone,derived-coded,,low|high,,,,,,Tone\n")
                .with(
                    "small/derived.drl",
                    rules.files().get("small/derived.drl")
                        + """

                        rule "Low" @Derives("tone") @Code("low") @Source("A book p.1")
                        when a : Assessment( yes("shivers") )
                        then a.derive("tone"); end
                        rule "High" @Derives("tone") @Code("high") @Source("A book p.1")
                        when a : Assessment( is("skin", "icy") )
                        then a.derive("tone"); end
                        """));

    assertThat(found(proof, Property.ONE_BLOCK))
        .singleElement()
        .satisfies(
            refutation -> {
              assertThat(refutation.subject()).isEqualTo("tone");
              assertThat(refutation.patient().orElseThrow().findings())
                  .containsEntry("shivers", "yes")
                  .containsEntry("skin", "icy");
            });
    assertThat(found(proof, Property.DECIDED))
        .anySatisfy(refutation -> assertThat(refutation.what()).isEqualTo("CHI-1.b"));
  }

  @Test
  void aLineThatNobodyCanMeetIsDead() {
    SmallRules rules =
        SmallRules.good().withLines(PINK, PINK_BLUE.replace("chill,,,yes", "chill,,20,yes"), GREEN);

    assertThat(only(rules, Property.NO_DEAD_LINE).what()).isEqualTo("CHI-1.b");
  }

  private static SmallRules cold(String condition) {
    return SmallRules.good()
        .replacing(
            "small/derived.drl",
            "yes(\"shivers\") || is(\"skin\", \"cool/icy\")",
            "yes(\"shivers\") || " + condition);
  }

  @Test
  void whatIsForgottenMustNotRuleARowOut() {
    Refutation refutation =
        found(proof(cold("noValue(\"degrees\")")), Property.FORGETTING).stream()
            .filter(r -> r.subject().equals("chill/chill") && r.what().equals("degrees"))
            .findFirst()
            .orElseThrow();

    assertThat(refutation.patient().orElseThrow().findings()).containsKey("degrees");
    assertThat(refutation.other().orElseThrow().findings()).doesNotContainKey("degrees");
  }

  @Test
  void whatWasRefusedMustNotBeReadAsAnAnswer() {
    Refutation refutation =
        found(proof(cold("blank(\"skin\")")), Property.REFUSED).stream()
            .filter(r -> r.what().equals("skin"))
            .findFirst()
            .orElseThrow();

    assertThat(refutation.patient().orElseThrow().findings().get("skin")).startsWith("{notDone:");
  }

  @Test
  void anAlertSignThatMakesThePatientLessUrgentIsRefuted() {
    SmallRules rules =
        asking(
            "\"reported(yes(\"\"blue\"\"), \"\"$param\"\")\"",
            "CHI-0,CHI-0,chill,,,yes,odd,yellow,treat-here,,,A book p.1,CHI-0",
            PINK);
    Refutation refutation =
        found(proof(rules), Property.FORGETTING).stream()
            .filter(r -> r.what().equals("blue"))
            .findFirst()
            .orElseThrow();

    assertThat(refutation.words()).contains("alert sign");
    assertThat(refutation.patient().orElseThrow().findings()).containsEntry("blue", "yes");
    assertThat(refutation.patient().orElseThrow().parameters())
        .containsEntry("alert.signs", "if-reported");
  }

  @Test
  void aMovedBoundIsSeenAndTheSameBoundIsNot() {
    SmallRules rules = SmallRules.good().withLines(PINK.replace("{limit}", "35"), GREEN);
    SmallRules moved = SmallRules.good().withLines(PINK.replace("{limit}", "34.9"), GREEN);
    Comparison same = new Comparison(rules.read(), rules.read(), rules.dictionary());
    Comparison apart = new Comparison(rules.read(), moved.read(), rules.dictionary());
    Map<String, String> findings = apart.differs().orElseThrow().findings();

    assertThat(same.differs()).isEmpty();
    assertThat(findings).containsKey("degrees");
  }

  @Test
  void combinationsAreCounted() {
    SubjectProof chart = proof(SmallRules.good()).subjects().get(0);

    assertThat(chart.id()).isEqualTo("chill/chill");
    assertThat(chart.read()).isEqualTo(4);
    assertThat(chart.inputs()).isEqualTo(5);
    assertThat(chart.combinations()).isGreaterThan(chart.readCombinations());
  }
}
