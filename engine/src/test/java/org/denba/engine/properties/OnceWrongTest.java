package org.denba.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.denba.engine.growth.Sex;
import org.denba.engine.properties.Visit.Age;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Because;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Question;
import org.denba.engine.triage.Warning;
import org.junit.jupiter.api.Test;

/** The smallest requests to which the properties once found a wrong answer. */
class OnceWrongTest {

  private static final Finding YES = new Finding.Answer(true);
  private static final Finding NO = new Finding.Answer(false);
  private static final Finding NO_DEVICE = new Finding.NotDone("no-device");

  private static Visit child(int months, Map<String, Finding> findings) {
    return Visit.of(Age.born(BuiltIn.TODAY.minusMonths(months)), Sex.MALE, findings);
  }

  /** The well child, of whom only the age is told differently. */
  private static Visit wellAged(Age age, String protocol) {
    Visit well = WellChild.VISIT;
    return new Visit(
        age,
        well.sex(),
        protocol,
        well.setting(),
        well.date(),
        well.language(),
        well.parameters(),
        well.findings());
  }

  private static Classification row(TriageResult answer, String rule) {
    return answer.classifications().stream()
        .filter(row -> row.rule().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError(rule + " is not listed"));
  }

  private static List<String> asked(TriageResult answer) {
    return answer.stillToAssess().stream().map(Question::dataElement).toList();
  }

  /** "0 years" may be a newborn: nothing green counts while another age group is possible. */
  @Test
  void anAgeThatMayBeAnotherProtocolsIsNeverHomeCare() {
    for (Age age :
        List.of(
            new Age(null, 0, null, null, false),
            new Age(null, 4, null, null, true),
            new Age(null, null, null, 57, true))) {
      TriageResult answer = wellAged(age, null).triage();
      assertThat(answer.decided()).as(age.toString()).isFalse();
      assertThat(answer.urgency().code()).as(age.toString()).isEqualTo("undetermined");
    }
  }

  /** Asking for the protocol does not make a child old enough for it. */
  @Test
  void anAgeThatMayBeAnotherProtocolsIsNotClosedByAskingForThisOne() {
    for (Age age :
        List.of(new Age(null, null, null, 57, true), new Age(null, null, 59, null, true))) {
      assertThat(wellAged(age, BuiltIn.PROTOCOL).triage().decided()).as(age.toString()).isFalse();
    }
  }

  @Test
  void aReasonNamesNoElementThatNobodyTold() {
    TriageResult answer = child(5, Map.of("whz", Finding.Quantity.of(-3))).triage();

    assertThat(row(answer, "NUT-3").because())
        .extracting(Because::value)
        .doesNotContainNull()
        .isNotEmpty();
  }

  @Test
  void aGreenRowThatIsOpenMakesNoRowProvisional() {
    TriageResult answer =
        child(
                12,
                Map.of(
                    "hiv-mother", new Finding.Code("asked-not-known"),
                    "hiv-child-virological", new Finding.Code("negative")))
            .triage();

    assertThat(row(answer, "HIV-U").provisional()).isFalse();
  }

  @Test
  void whereNoThermometerIsTheHandIsAsked() {
    Visit child = WellChild.VISIT.without("feels-hot").with("temperature-axillary", NO_DEVICE);

    assertThat(asked(child.triage())).startsWith("feels-hot");
    assertThat(child.with("feels-hot", NO).triage().complete()).isTrue();
    assertThat(child.with("feels-hot", YES).triage().complete()).isFalse();
  }

  /** Without a thermometer the hand closes the question of a complication of malnutrition too. */
  @Test
  void theHandIsAskedAlsoWhereFeverIsReported() {
    Visit child =
        WellChild.finish(
            WellChild.VISIT
                .without("temperature-axillary")
                .without("feels-hot")
                .with("temperature-axillary", NO_DEVICE)
                .with("muac", Finding.Quantity.of(113))
                .with("appetite-test", new Finding.Code("pass"))
                .with("fever-history", YES));

    assertThat(child.triage().complete()).isTrue();
    assertThat(child.findings()).containsKey("feels-hot");
  }

  @Test
  void aHandThatCouldNotFeelIsNotMissedBesideAThermometer() {
    Visit child = WellChild.VISIT.with("feels-hot", NO_DEVICE);

    assertThat(WellChild.VISIT.findings()).containsKey("temperature-axillary");
    assertThat(child.triage().complete()).isTrue();
  }

  @Test
  void aLengthThatCouldNotBeMeasuredIsNotAskedFirst() {
    Visit child =
        WellChild.VISIT.without("muac").without("weight").with("length-height", NO_DEVICE);

    assertThat(asked(child.triage())).contains("muac");
    assertThat(asked(child.triage()).get(0)).isNotEqualTo("length-height");
  }

  @Test
  void aWarningShowsNoUnitThatIsNone() {
    TriageResult answer = child(18, Map.of("whz", Finding.Quantity.of(-9))).triage();

    assertThat(answer.warnings()).extracting(Warning::code).contains("implausible");
    assertThat(answer.warnings()).extracting(Warning::message).noneMatch(m -> m.contains("{"));
  }

  @Test
  void aWarningOfTheCompanionSaysSo() {
    Visit light = child(48, Map.of("weight", Finding.Quantity.of(4), "cough", YES));
    TriageRequest alone = WellChild.VISIT.request();
    TriageRequest together =
        new TriageRequest(
            null,
            alone.protocol(),
            alone.setting(),
            alone.date(),
            alone.language(),
            alone.visit(),
            List.of(),
            alone.patient(),
            Map.of(),
            alone.findings(),
            List.of(),
            new TriageRequest.Companion(
                light.request().patient(),
                light.with("respiratory-rate", Finding.Quantity.of(50)).findings(),
                List.of()));

    assertThat(BuiltIn.ENGINE.triage(together).companion().warnings())
        .extracting(Warning::path)
        .noneMatch(path -> path != null && path.startsWith("findings."));
  }

  /** A community health worker never keeps a lethargic child (imci-child §2). */
  @Test
  void aDangerSignIsNeverHeldInTheCommunity() {
    Visit well = WellChild.VISIT.withParameter("site.plan-c-available", true);
    Visit dry =
        WellChild.finish(
            well.with("lethargic", YES)
                .with("diarrhoea", YES)
                .with("sunken-eyes", YES)
                .with("skin-pinch", new Finding.Code("very-slow")));
    Visit community =
        new Visit(
            dry.age(),
            dry.sex(),
            dry.protocol(),
            TriageRequest.COMMUNITY,
            dry.date(),
            dry.language(),
            dry.parameters(),
            dry.findings());

    assertThat(row(dry.triage(), "GDS-1").held()).isTrue();
    assertThat(row(community.triage(), "GDS-1").held()).isFalse();
    assertThat(community.triage().urgency().code()).isEqualTo("refer-urgent");
  }

  @Test
  void whoeverIsTreatedHereIsNotAlsoReferred() {
    TriageResult answer =
        child(4, Map.of("whz", Finding.Quantity.of(-4)))
            .withParameter("sam.lt6mo", "TREAT-HERE")
            .triage();

    assertThat(answer.referral()).isNull();
    assertThat(answer.recommendations()).noneMatch(advice -> advice.kind().equals("referral"));
  }
}
