package org.denba.engine.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.engine.impact.ChildRules.ENGINE;
import static org.denba.engine.impact.ChildRules.FAST_FROM_45;
import static org.denba.engine.impact.ChildRules.FILES;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;
import org.junit.jupiter.api.Test;

/** What edited rules change for single patients, who are written down here. */
class PatientImpactTest {

  @Test
  void aColourThatFallsIsALostReferral() {
    EditedRules edited =
        FILES.replacing(
            "imci-child/ear-problem.csv",
            "mastoiditis,pink,refer-urgent",
            "mastoiditis,yellow,treat-here");
    ImpactReport report =
        Impact.between(
            ENGINE,
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
  void aDefaultChangesWhomItConcerns() {
    EditedRules edited =
        FILES.replacing(
            "imci-child/protocol.yaml",
            "imci.spo2-refer-below: { default: 90, alternatives: [92, 94]",
            "imci.spo2-refer-below: { default: 94, alternatives: [92, 90]");
    ImpactReport report =
        Impact.between(
            ENGINE,
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
  void whatTheNewRulesCannotEvaluateIsAChange() {
    EditedRules edited =
        FILES.replacing(
            "imci-child/protocol.yaml",
            "alternatives: [92, 94], range: [85, 100]",
            "alternatives: [92, 94], range: [89, 100]");
    ImpactReport report =
        Impact.between(
            ENGINE,
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
    ImpactReport report = Impact.between(ENGINE, FAST_FROM_45, cohort, EditedRules.DAY);

    assertThat(report.count().compared()).isEqualTo(2);
    assertThat(report.count().unreadable()).isEqualTo(1);
    assertThat(report.unreadable()).containsExactly(new CohortLine.Unreadable(2, "is no JSON"));
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
