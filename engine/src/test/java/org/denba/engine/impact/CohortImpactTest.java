package org.denba.engine.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.engine.impact.ChildRules.ENGINE;
import static org.denba.engine.impact.ChildRules.FAST_FROM_45;
import static org.denba.engine.impact.ChildRules.FILES;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.TriageEngine;
import org.denba.engine.assessment.Finding;
import org.denba.engine.triage.TriageRequest;
import org.junit.jupiter.api.Test;

/** What edited rules change for a cohort, for the cases and for all inputs. */
class CohortImpactTest {

  private static final ImpactReport RAISED = report(ENGINE, FAST_FROM_45, 1_000);
  private static final String COUGH = "imci-child/cough-or-difficult-breathing.csv";

  @Test
  void sameRulesChangeNothingForAnybody() {
    ImpactReport report = report(ENGINE, FILES.load(), 500);

    assertThat(report.isNothing()).isTrue();
    assertThat(report.protocols()).isEmpty();
    assertThat(report.count().skipped()).isEqualTo(500);
    assertThat(report.moves()).isEmpty();
    assertThat(report.cases()).isEmpty();
    assertThat(report.space()).isEmpty();
  }

  @Test
  void aRaisedBoundLosesThePneumoniaOfThoseBelowIt() {
    assertThat(RAISED.protocols()).containsExactly("imci-child");
    assertThat(RAISED.isLessUrgent()).isTrue();
    assertThat(RAISED.moves())
        .anySatisfy(
            group -> {
              assertThat(group.move().kind()).isEqualTo(MoveKind.ROW_LOST);
              assertThat(group.move().subject()).isEqualTo("COU-3");
              assertThat(group.move().from()).isEqualTo("proved yellow treat-here");
              assertThat(group.examples())
                  .isNotEmpty()
                  .allSatisfy(
                      example ->
                          assertThat(rate(example.patient().request())).isBetween(40.0, 44.9));
            })
        .anySatisfy(
            group -> {
              assertThat(group.move().kind()).isEqualTo(MoveKind.TREATMENT_LOST);
              assertThat(group.move().subject()).isEqualTo("TX-AMOX");
            });
    assertThat(RAISED.cases())
        .extracting(ChangedCase::id)
        .anyMatch(id -> id.startsWith("COU-3.rr-40"));
    assertThat(RAISED.cases()).allMatch(each -> each.passedBefore());
    assertThat(RAISED.space())
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
    assertThat(RAISED.count().patients()).isEqualTo(1_000);
    assertThat(RAISED.count().compared()).isEqualTo(870);
  }

  @Test
  void theMostDangerousStandFirst() {
    List<MoveKind> kinds = RAISED.moves().stream().map(group -> group.move().kind()).toList();

    assertThat(kinds).isSorted();
    assertThat(kinds.get(0).isLessUrgent()).isTrue();
  }

  @Test
  void theOtherWayRoundItIsTheMirror() {
    ImpactReport back = report(FAST_FROM_45, ENGINE, 1_000);

    assertThat(back.count().changed()).isEqualTo(RAISED.count().changed());
    assertThat(back.flows().stream().map(f -> new UrgencyFlow(f.to(), f.from(), f.count())))
        .containsExactlyInAnyOrderElementsOf(RAISED.flows());
    assertThat(mirrored(back)).isEqualTo(mirrored(RAISED));
    assertThat(back.changes().changes().stream().map(RuleChange::reversed))
        .containsExactlyElementsOf(RAISED.changes().changes());
    assertThat(back.space().get(0).moving()).isEqualTo(RAISED.space().get(0).moving());
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
  void aDoseThatGrowsIsToldWithBothAmounts() {
    EditedRules edited = FILES.replacing("doses/TX-ZINC.csv", ",20,mg,", ",30,mg,");
    ImpactReport report = report(ENGINE, edited.load(), 500);

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
        FILES
            .replacing(
                "imci-child/texts_en.properties", "protocol.title=Sick child", "protocol.title=Ill")
            .replacing(
                "imci-child/texts_en.properties",
                "classification.cough-or-cold.label=",
                "classification.cough-or-cold.label=Some ");
    ImpactReport report = report(ENGINE, edited.load(), 500);

    assertThat(report.isClinical()).isFalse();
    assertThat(report.isNothing()).isFalse();
    assertThat(report.count().clinical()).isZero();
    assertThat(report.moves()).isNotEmpty().allMatch(group -> group.move().kind() == MoveKind.TEXT);
  }

  @Test
  void aDeletedRowIsToldForCasesInputsAndPatients() {
    ImpactReport report =
        report(
            ENGINE,
            FILES.without(COUGH, "COU-5.").without("imci-child/actions.csv", "COU-5,").load(),
            500);

    assertThat(report.moves())
        .anyMatch(
            group ->
                group.move().kind() == MoveKind.ROW_LOST && group.move().subject().equals("COU-5"));
    assertThat(report.cases()).anyMatch(each -> each.id().startsWith("COU-5"));
    assertThat(report.space())
        .singleElement()
        .satisfies(
            sub -> {
              assertThat(sub.id()).isEqualTo("long-cough");
              assertThat(sub.isLessUrgent()).isTrue();
              assertThat(sub.moves())
                  .anyMatch(move -> move.from().startsWith("COU-5") && move.to().equals("none"));
            });
  }

  @Test
  void onlyTheProtocolsThatAreAskedForAreCompared() {
    ImpactReport report =
        Impact.between(
            ENGINE,
            FAST_FROM_45,
            SyntheticCohort.read(
                    FILES, ENGINE.dictionary(), Set.of("imci-child", "postnatal-newborn"))
                .patients(50, 1, EditedRules.DAY, "en"),
            new ImpactOptions(EditedRules.DAY, Set.of("postnatal-newborn"), true, true));

    assertThat(report.count().compared()).isZero();
    assertThat(report.cases()).isEmpty();
    assertThat(report.isClinical()).isFalse();
  }

  private static ImpactReport report(TriageEngine before, TriageEngine after, int patients) {
    return Impact.between(
        before,
        after,
        SyntheticCohort.read(FILES, before.dictionary(), Impact.protocols(before, after))
            .patients(patients, 1, EditedRules.DAY, "en"),
        EditedRules.DAY);
  }

  private static double rate(TriageRequest request) {
    return ((Finding.Quantity) request.findings().get("respiratory-rate")).value().low();
  }
}
