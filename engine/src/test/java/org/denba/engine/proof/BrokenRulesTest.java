package org.denba.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.SmallRules;
import org.junit.jupiter.api.Test;

/** A small chart is broken in one way at a time, and the proof shows the patient who suffers. */
class BrokenRulesTest {

  private static final String PINK =
      "CHI-1,CHI-1,chill,,{limit},,very-cold,pink,refer-urgent,,,A book p.1,CHI-1";
  private static final String PINK_BLUE =
      "CHI-1.b,CHI-1,chill,,,yes,very-cold,pink,refer-urgent,,,A book p.1,CHI-1";
  private static final String GREEN =
      "CHI-2,CHI-2,chill,no,,no,warm,green,home-care,,,A book p.1,CHI-2";

  private static ProtocolProof proof(SmallRules rules) {
    Protocol protocol = rules.read();
    return new Prover(rules.dictionary(), rules).prove(protocol);
  }

  private static Refutation only(SmallRules rules, Property property) {
    List<Refutation> found =
        proof(rules).subjects().stream()
            .flatMap(subject -> subject.refutations().stream())
            .filter(refutation -> refutation.property() == property)
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

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
    List<Refutation> found =
        proof(rules).refutations().stream()
            .filter(refutation -> refutation.property() == Property.DANGER_SIGN)
            .toList();

    assertThat(found).anySatisfy(r -> assertThat(r.what()).isEqualTo("blue"));
    Refutation blue = found.stream().filter(r -> r.what().equals("blue")).findFirst().orElseThrow();
    assertThat(blue.other().orElseThrow().findings()).containsEntry("blue", "yes");
  }

  @Test
  void anExceptionIsShownAndOneThatNothingNeedsIsReported() {
    String head = "property,what,why,source\n";
    String path = "small/" + ProofExceptions.FILE;
    ProtocolProof excepted =
        proof(
            SmallRules.good().with(path, head + "complete,chill/chill,A small book,A book p.2\n"));
    ProtocolProof needless =
        proof(
            SmallRules.good().with(path, head + "complete,other/other,A small book,A book p.2\n"));

    assertThat(excepted.refutations())
        .noneMatch(refutation -> refutation.property() == Property.COMPLETE);
    assertThat(needless.needless()).hasSize(1);
    assertThat(needless.holds()).isFalse();
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
