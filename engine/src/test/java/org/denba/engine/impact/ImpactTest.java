package org.denba.engine.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.TriageEngine;
import org.denba.engine.assessment.Finding;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;
import org.junit.jupiter.api.Test;

class ImpactTest {

  private static final TriageEngine BUILT_IN = EditedRules.none().load();
  private static final String COUGH = "imci-child/cough-or-difficult-breathing.csv";

  private static final EditedRules FAST_FROM_45 =
      EditedRules.none()
          .replacing(
              "imci-child/derived.drl",
              "atLeast(\"age-months\", 12), atLeast(\"respiratory-rate\", 40)",
              "atLeast(\"age-months\", 12), atLeast(\"respiratory-rate\", 45)");

  @Test
  void sameRulesChangeNothingForAnybody() {
    ImpactReport report = report(BUILT_IN, EditedRules.none().load(), 500);

    assertThat(report.isNothing()).isTrue();
    assertThat(report.protocols()).isEmpty();
    assertThat(report.count().skipped()).isEqualTo(500);
    assertThat(report.moves()).isEmpty();
    assertThat(report.cases()).isEmpty();
    assertThat(report.space()).isEmpty();
  }

  @Test
  void aRaisedBoundLosesThePneumoniaOfThoseBelowIt() {
    ImpactReport report = report(BUILT_IN, FAST_FROM_45.load(), 2_000);

    assertThat(report.protocols()).containsExactly("imci-child");
    assertThat(report.isLessUrgent()).isTrue();
    assertThat(report.moves())
        .anySatisfy(
            group -> {
              assertThat(group.move().kind()).isEqualTo(MoveKind.ROW_LOST);
              assertThat(group.move().subject()).isEqualTo("COU-3");
              assertThat(group.move().from()).isEqualTo("proved yellow treat-here");
              assertThat(group.examples())
                  .allSatisfy(
                      example ->
                          assertThat(rate(example.patient().request())).isBetween(40.0, 44.9));
            })
        .anySatisfy(
            group -> {
              assertThat(group.move().kind()).isEqualTo(MoveKind.TREATMENT_LOST);
              assertThat(group.move().subject()).isEqualTo("TX-AMOX");
            });
    assertThat(report.cases())
        .extracting(ChangedCase::id)
        .anyMatch(id -> id.startsWith("COU-3.rr-40"));
    assertThat(report.cases()).allMatch(each -> each.passedBefore());
    assertThat(report.space())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.id()).isEqualTo("fast-breathing");
              assertThat(change.extent()).isEqualTo(SpaceChange.Extent.EVERYTHING);
              assertThat(change.moves())
                  .anySatisfy(
                      move -> {
                        assertThat(move.from()).isEqualTo("yes");
                        assertThat(move.to()).isEqualTo("no");
                        assertThat(move.example())
                            .hasEntrySatisfying(
                                "respiratory-rate",
                                rate -> assertThat(Double.parseDouble(rate)).isBetween(40.0, 44.9));
                      });
            });
    assertThat(report.count().patients()).isEqualTo(2_000);
    assertThat(report.count().compared()).isEqualTo(800);
  }

  @Test
  void theMostDangerousStandFirst() {
    List<MoveKind> kinds =
        report(BUILT_IN, FAST_FROM_45.load(), 2_000).moves().stream()
            .map(group -> group.move().kind())
            .toList();

    assertThat(kinds).isSorted();
    assertThat(kinds.get(0).isLessUrgent()).isTrue();
  }

  @Test
  void theOtherWayRoundItIsTheMirror() {
    TriageEngine edited = FAST_FROM_45.load();
    ImpactReport there = report(BUILT_IN, edited, 1_000);
    ImpactReport back = report(edited, BUILT_IN, 1_000);

    assertThat(back.count().changed()).isEqualTo(there.count().changed());
    assertThat(back.flows().stream().map(f -> new UrgencyFlow(f.to(), f.from(), f.count())))
        .containsExactlyInAnyOrderElementsOf(there.flows());
    assertThat(mirrored(back)).isEqualTo(mirrored(there));
    assertThat(back.changes().changes().stream().map(RuleChange::reversed))
        .containsExactlyElementsOf(there.changes().changes());
    assertThat(back.space().get(0).moving()).isEqualTo(there.space().get(0).moving());
  }

  /** Counts by what moves, whichever way. */
  private static Map<String, Long> mirrored(ImpactReport report) {
    return report.moves().stream()
        .filter(group -> !group.move().from().isEmpty())
        .collect(
            Collectors.toMap(
                group ->
                    group.move().subject()
                        + " "
                        + List.of(group.move().from(), group.move().to()).stream()
                            .sorted()
                            .toList(),
                MoveGroup::count,
                Long::sum));
  }

  @Test
  void aColourThatFallsIsALostReferral() {
    EditedRules edited =
        EditedRules.none()
            .replacing(
                "imci-child/ear-problem.csv",
                "mastoiditis,pink,refer-urgent",
                "mastoiditis,yellow,treat-here");
    ImpactReport report =
        Impact.between(
            BUILT_IN,
            edited.load(),
            List.of(child(1, Map.of("ear-problem", yes(), "mastoid-swelling", yes()))).iterator(),
            EditedRules.DAY);

    MoveGroup first = report.moves().get(0);
    assertThat(first.move().kind()).isEqualTo(MoveKind.URGENT_REFERRAL_LOST);
    assertThat(first.move().from()).isEqualTo("refer-urgent");
    assertThat(first.move().to()).isEqualTo("treat-here");
    assertThat(report.moves())
        .extracting(group -> group.move().kind() + " " + group.move().subject())
        .contains("PINK_LOST EAR-1");
    assertThat(report.flows()).containsExactly(new UrgencyFlow("refer-urgent", "treat-here", 1));
    assertThat(report.space()).anyMatch(SpaceChange::isLessUrgent);
  }

  @Test
  void aDoseThatGrowsIsToldWithBothAmounts() {
    EditedRules edited =
        EditedRules.none()
            .replacing(
                "doses/TX-ZINC.csv",
                EditedRules.BUILT_IN.read("doses/TX-ZINC.csv"),
                EditedRules.BUILT_IN.read("doses/TX-ZINC.csv").replace(",20,mg,", ",30,mg,"));
    ImpactReport report = report(BUILT_IN, edited.load(), 1_000);

    MoveGroup first = report.moves().get(0);
    assertThat(first.move().kind()).isEqualTo(MoveKind.DOSE_GROWS);
    assertThat(first.move().subject()).isEqualTo("TX-ZINC");
    assertThat(first.move().from()).contains("zinc 20 mg");
    assertThat(first.move().to()).contains("zinc 30 mg");
    assertThat(report.isLessUrgent()).isFalse();
    assertThat(report.count().dangerous())
        .isEqualTo(
            report.moves().stream()
                .filter(group -> group.move().kind() == MoveKind.DOSE_GROWS)
                .mapToLong(MoveGroup::count)
                .sum());
  }

  @Test
  void aTextAloneIsNoClinicalChange() {
    EditedRules edited =
        EditedRules.none()
            .replacing(
                "imci-child/texts_en.properties", "protocol.title=Sick child", "protocol.title=Ill")
            .replacing(
                "imci-child/texts_en.properties",
                "classification.cough-or-cold.label=",
                "classification.cough-or-cold.label=Some ");
    ImpactReport report = report(BUILT_IN, edited.load(), 1_000);

    assertThat(report.isClinical()).isFalse();
    assertThat(report.isNothing()).isFalse();
    assertThat(report.count().clinical()).isZero();
    assertThat(report.moves()).isNotEmpty().allMatch(group -> group.move().kind() == MoveKind.TEXT);
  }

  @Test
  void aDefaultChangesWhomItConcerns() {
    EditedRules edited =
        EditedRules.none()
            .replacing(
                "imci-child/protocol.yaml",
                "imci.spo2-refer-below: { default: 90, alternatives: [92, 94]",
                "imci.spo2-refer-below: { default: 94, alternatives: [92, 90]");
    ImpactReport report =
        Impact.between(
            BUILT_IN,
            edited.load(),
            List.of(
                    child(1, Map.of("cough", yes(), "spo2", Finding.Quantity.of(92))),
                    child(2, Map.of("cough", yes(), "spo2", Finding.Quantity.of(97))))
                .iterator(),
            EditedRules.DAY);

    assertThat(report.count().changed()).isEqualTo(1);
    assertThat(report.moves().get(0).move().kind()).isEqualTo(MoveKind.MORE_URGENT);
    assertThat(report.moves().get(0).examples().get(0).patient().number()).isEqualTo(1);
    assertThat(report.space())
        .extracting(SpaceChange::id)
        .containsExactlyInAnyOrder("severity", "bronchodilator-trial-due");
    assertThat(report.isLessUrgent()).isFalse();
  }

  @Test
  void aDeletedRowIsToldForCasesPatientsAndInputs() {
    ImpactReport report =
        report(
            BUILT_IN,
            EditedRules.none()
                .without(COUGH, "COU-5.")
                .without("imci-child/actions.csv", "COU-5,")
                .load(),
            1_000);

    assertThat(report.moves())
        .anyMatch(
            group ->
                group.move().kind() == MoveKind.ROW_LOST && group.move().subject().equals("COU-5"));
    assertThat(report.cases()).anyMatch(each -> each.id().startsWith("COU-5"));
  }

  @Test
  void whatTheNewRulesCannotEvaluateIsAChange() {
    EditedRules edited =
        EditedRules.none()
            .replacing(
                "imci-child/protocol.yaml",
                "alternatives: [92, 94], range: [85, 100]",
                "alternatives: [92, 94], range: [89, 100]");
    ImpactReport report =
        Impact.between(
            BUILT_IN,
            edited.load(),
            List.of(
                    child(1, Map.of("cough", yes()), Map.of("imci.spo2-refer-below", 87)),
                    child(2, Map.of("cough", yes()), Map.of("imci.spo2-refer-below", 92)))
                .iterator(),
            EditedRules.DAY);

    MoveGroup only = report.moves().get(0);
    assertThat(only.move().kind()).isEqualTo(MoveKind.NOT_ANSWERED);
    assertThat(only.move().to()).isEqualTo("parameter-value");
    assertThat(only.count()).isEqualTo(1);
    assertThat(report.flows()).anyMatch(flow -> flow.to().equals(UrgencyFlow.REFUSED));
    assertThat(report.isLessUrgent()).isTrue();
  }

  @Test
  void aLineThatIsNoRequestIsCountedAndStopsNothing() {
    Iterator<CohortLine> cohort =
        List.<CohortLine>of(
                child(1, Map.of("cough", yes())),
                new CohortLine.Unreadable(2, "is no JSON"),
                child(3, Map.of("cough", yes())))
            .iterator();
    ImpactReport report = Impact.between(BUILT_IN, FAST_FROM_45.load(), cohort, EditedRules.DAY);

    assertThat(report.count().compared()).isEqualTo(2);
    assertThat(report.count().unreadable()).isEqualTo(1);
    assertThat(report.unreadable()).containsExactly(new CohortLine.Unreadable(2, "is no JSON"));
  }

  @Test
  void onlyTheProtocolsThatAreAskedForAreCompared() {
    ImpactReport report =
        Impact.between(
            BUILT_IN,
            FAST_FROM_45.load(),
            SyntheticCohort.read(
                    EditedRules.BUILT_IN, BUILT_IN.dictionary(), Set.of("imci-child", "antenatal"))
                .patients(50, 1, EditedRules.DAY, "en"),
            new ImpactOptions(EditedRules.DAY, Set.of("antenatal"), true, true));

    assertThat(report.count().compared()).isZero();
    assertThat(report.cases()).isEmpty();
    assertThat(report.isClinical()).isFalse();
  }

  private static ImpactReport report(TriageEngine before, TriageEngine after, int patients) {
    return Impact.between(
        before,
        after,
        SyntheticCohort.read(
                EditedRules.BUILT_IN, before.dictionary(), Impact.protocols(before, after))
            .patients(patients, 1, EditedRules.DAY, "en"),
        EditedRules.DAY);
  }

  private static double rate(TriageRequest request) {
    return ((Finding.Quantity) request.findings().get("respiratory-rate")).value().low();
  }

  private static Finding yes() {
    return new Finding.Answer(true);
  }

  private static CohortLine child(long number, Map<String, Finding> findings) {
    return child(number, findings, Map.of());
  }

  private static CohortLine child(
      long number, Map<String, Finding> findings, Map<String, Object> parameters) {
    return new CohortLine.Patient(
        number,
        new TriageRequest(
            null,
            "imci-child",
            TriageRequest.FACILITY,
            EditedRules.DAY,
            "en",
            TriageRequest.INITIAL,
            List.of(),
            new Patient(null, null, null, null, 18, null, false, null, null, null),
            parameters,
            findings,
            List.of(),
            null));
  }
}
