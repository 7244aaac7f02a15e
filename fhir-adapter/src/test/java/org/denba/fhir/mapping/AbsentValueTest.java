package org.denba.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.denba.fhir.mapping.Visits.code;
import static org.denba.fhir.mapping.Visits.notices;

import java.util.function.Consumer;
import org.denba.engine.assessment.Finding;
import org.denba.engine.triage.InvalidRequestException;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Observations without a value, or with one that is withdrawn, unsettled or qualified. */
class AbsentValueTest {

  private static final Finding YES = new Finding.Answer(true);
  private static final Finding NO = new Finding.Answer(false);

  private static Finding finding(Visits visits, String element) {
    return visits.read().request().findings().get(element);
  }

  @Test
  void a_sign_without_a_value_is_never_a_yes() {
    FhirEncounter read = Visits.ofChild().says("stridor-calm", null).read();
    assertThat(read.request().findings()).containsEntry("stridor-calm", new Finding.Unknown());
    assertThat(notices(read)).containsExactly("no-value");
  }

  @ParameterizedTest
  @CsvSource({
    "not-performed, unspecified",
    "unsupported, no-device",
    "asked-declined, refused",
    "not-permitted, refused",
  })
  void reads_why_a_value_is_absent(String reason, String notDone) {
    Visits visits =
        Visits.ofChild().says("spo2", null, absent(FhirSystems.DATA_ABSENT_REASON, reason));
    assertThat(finding(visits, "spo2")).isEqualTo(new Finding.NotDone(notDone));
  }

  @ParameterizedTest
  @CsvSource({
    "unknown",
    "temp-unknown",
    "masked",
    "error",
    "not-a-number",
    "asked-unknown",
    "invented"
  })
  void every_other_reason_is_not_known(String reason) {
    Visits visits =
        Visits.ofChild().says("spo2", null, absent(FhirSystems.DATA_ABSENT_REASON, reason));
    assertThat(finding(visits, "spo2")).isEqualTo(new Finding.Unknown());
  }

  @Test
  void asked_and_not_known_is_a_code_where_the_element_has_it() {
    Visits visits =
        Visits.ofChild()
            .says("hiv-mother", null, absent(FhirSystems.DATA_ABSENT_REASON, "asked-unknown"));
    assertThat(finding(visits, "hiv-mother")).isEqualTo(new Finding.Code("asked-not-known"));
  }

  @Test
  void our_own_reasons_say_any_reason() {
    Visits visits =
        Visits.ofChild().says("spo2", null, absent(FhirSystems.NOT_DONE_REASON, "child-agitated"));
    assertThat(finding(visits, "spo2")).isEqualTo(new Finding.NotDone("child-agitated"));
    assertThatThrownBy(
            () ->
                Visits.ofChild()
                    .says("spo2", null, absent(FhirSystems.NOT_DONE_REASON, "tired"))
                    .read())
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void a_value_beside_a_reason_for_its_absence_leaves_both_open() {
    FhirEncounter read =
        Visits.ofChild()
            .says(
                "stridor-calm",
                new BooleanType(false),
                absent(FhirSystems.DATA_ABSENT_REASON, "not-performed"))
            .read();
    assertThat(read.contradictions().get("stridor-calm"))
        .containsExactlyInAnyOrder(NO, new Finding.NotDone("unspecified"));
  }

  @ParameterizedTest
  @EnumSource(
      value = ObservationStatus.class,
      names = {"ENTEREDINERROR", "CANCELLED"})
  void withdrawn_observations_are_no_findings(ObservationStatus status) {
    FhirEncounter read =
        Visits.ofChild()
            .says("convulsing-now", new BooleanType(true), o -> o.setStatus(status))
            .read();
    assertThat(read.request().findings()).isEmpty();
    assertThat(notices(read)).containsExactly("status-ignored");
  }

  @ParameterizedTest
  @EnumSource(
      value = ObservationStatus.class,
      names = {"PRELIMINARY", "REGISTERED"})
  void unsettled_observations_are_used_with_a_remark(ObservationStatus status) {
    FhirEncounter read =
        Visits.ofChild()
            .says("convulsing-now", new BooleanType(true), o -> o.setStatus(status))
            .read();
    assertThat(read.request().findings()).containsEntry("convulsing-now", YES);
    assertThat(notices(read)).containsExactly("preliminary");
  }

  @Test
  void an_observation_with_a_modifier_extension_is_not_used() {
    FhirEncounter read =
        Visits.ofChild()
            .says(
                "stridor-calm",
                new BooleanType(false),
                o ->
                    o.addModifierExtension()
                        .setUrl("http://example.org/not")
                        .setValue(new BooleanType(true)))
            .read();
    assertThat(read.request().findings()).isEmpty();
    assertThat(notices(read)).containsExactly("modifier-extension");
  }

  private static Consumer<Observation> absent(String system, String reason) {
    return o -> o.setDataAbsentReason(code(system, reason));
  }
}
