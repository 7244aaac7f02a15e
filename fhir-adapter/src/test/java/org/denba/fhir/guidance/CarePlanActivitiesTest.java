package org.denba.fhir.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.fhir.guidance.Answers.all;
import static org.denba.fhir.guidance.Answers.followUp;
import static org.denba.fhir.guidance.Answers.recommend;
import static org.denba.fhir.guidance.Answers.write;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

/** Follow-up, advice and what has no dose, as activities of the CarePlan. */
class CarePlanActivitiesTest {

  @Test
  void follow_up_and_advice_are_in_the_care_plan() {
    Bundle bundle =
        write(
            true,
            null,
            recommend("follow-up", "FU-COU-3", null, true),
            recommend("counselling", "AC-FEEDING", null, true),
            recommend("treatment", "TX-SOOTHE", null, true));
    CarePlan plan = all(bundle, CarePlan.class).get(0);
    assertThat(plan.getActivity()).hasSize(3);
    assertThat(plan.getActivity().get(0).getDetail().getDescription())
        .isEqualTo("texte de TX-SOOTHE");
    Task task = all(bundle, Task.class).get(0);
    assertThat(task.getRestriction().getPeriod().getEndElement().getValueAsString())
        .isEqualTo("2026-11-25");
    assertThat(all(bundle, GuidanceResponse.class).get(0).hasResult()).isTrue();
  }

  @Test
  void several_follow_ups_of_one_row_are_tasks_of_their_own() {
    Bundle bundle = write(true, null, followUp("FU-YRF-2", 1), followUp("FU-YRF-2", 4));
    assertThat(all(bundle, Task.class))
        .extracting(t -> t.getRestriction().getPeriod().getEndElement().getValueAsString())
        .containsExactly("2026-11-23", "2026-11-26");
    assertThat(bundle.getEntry())
        .extracting(Bundle.BundleEntryComponent::getFullUrl)
        .doesNotHaveDuplicates();
    assertThat(all(bundle, CarePlan.class).get(0).getActivity()).hasSize(2);
  }

  @Test
  void prevention_without_a_dose_is_an_activity_of_the_plan() {
    Bundle bundle = write(true, null, recommend("prevention", "AC-ITN-GIVE", null, true));
    assertThat(
            all(bundle, CarePlan.class)
                .get(0)
                .getActivityFirstRep()
                .getDetail()
                .getCode()
                .getCoding())
        .extracting(c -> c.getCode())
        .containsExactly("AC-ITN-GIVE", "prevention");
  }
}
