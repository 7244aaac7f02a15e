package org.denba.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.denba.engine.assessment.Finding;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.Warning;

/** A general danger sign means urgent referral, whatever else is known (imci-child §2). */
class DangerSignPropertiesTest {

  private static final String LETHARGIC = "lethargic";

  @Provide
  Arbitrary<Visit> children() {
    return SickChildren.any();
  }

  @Property(tries = 800)
  void aDangerSignMeansUrgentReferral(
      @ForAll("children") Visit child, @ForAll @IntRange(max = 5) int sign) {
    urgent(child.with(DangerSigns.ALL.get(sign), new Finding.Answer(true)));
  }

  static void urgent(Visit child) {
    TriageResult answer = child.triage();
    if (answer.urgency() != Urgency.REFER_URGENT) {
      held(child, answer);
    }
  }

  /** The one exception: lethargy that severe dehydration explains, where plan C can start here. */
  private static void held(Visit child, TriageResult answer) {
    assertThat(child.setting()).isEqualTo(TriageRequest.FACILITY);
    assertThat(child.parameters()).containsEntry("site.plan-c-available", true);
    assertThat(child.parameters().getOrDefault("gds.lethargy-dehydration-exception", true))
        .isEqualTo(true);
    assertThat(DangerSigns.ALL)
        .filteredOn(sign -> !sign.equals(LETHARGIC))
        .as("the other danger signs, under any id")
        .noneMatch(sign -> isYes(child, sign));
    Classification danger = row(answer, "GDS-1");
    assertThat(danger.held()).isTrue();
    assertThat(danger.urgency()).isEqualTo(Urgency.TREAT_HERE);
    assertThat(row(answer, "DIA-1a").urgency()).isEqualTo(Urgency.TREAT_HERE);
    assertThat(answer.recommendations())
        .extracting(TriageResult.Recommendation::id)
        .contains("PLAN-C", "AC-REASSESS-HOURLY");
  }

  private static Classification row(TriageResult answer, String rule) {
    return AnswerPropertiesTest.proved(answer).stream()
        .filter(row -> row.rule().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError(rule + " is not proved"));
  }

  private static boolean isYes(Visit child, String sign) {
    return child.findings().get(sign) instanceof Finding.Answer answer && answer.yes();
  }

  @Property(tries = 800)
  void addingADangerSignNeverLowersTheUrgency(
      @ForAll("children") Visit child, @ForAll @IntRange(max = 5) int sign) {
    never(child, DangerSigns.ALL.get(sign));
  }

  static void never(Visit child, String sign) {
    Visit worse = child.with(sign, new Finding.Answer(true));
    assertThat(worse.triage().urgency()).isGreaterThanOrEqualTo(child.triage().urgency());
  }

  @Property(tries = 300)
  void aDangerSignIsNeverLostInAContradiction(
      @ForAll("children") Visit child, @ForAll @IntRange(max = 3) int pair) {
    contradicted(child, pair);
  }

  /** The same concept under another protocol's id, told differently: the sign stands. */
  static void contradicted(Visit child, int pair) {
    List<List<String>> pairs =
        List.of(
            List.of("convulsing-now", "convulsing"),
            List.of("convulsions-this-illness", "convulsions-recent"),
            List.of(LETHARGIC, "lethargy"),
            List.of("lethargy", LETHARGIC));
    Visit told =
        child
            .with(pairs.get(pair).get(0), new Finding.Answer(true))
            .with(pairs.get(pair).get(1), new Finding.Answer(false));
    urgent(told);
    TriageResult answer = told.triage();
    if (answer.protocol().id().equals(BuiltIn.PROTOCOL)) {
      assertThat(answer.warnings()).extracting(Warning::code).contains("contradiction");
    } // in the community both are words of other protocols: the "no" is not used there
  }
}
