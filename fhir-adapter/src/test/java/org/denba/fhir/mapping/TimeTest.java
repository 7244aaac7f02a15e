package org.denba.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.fhir.mapping.Visits.at;
import static org.denba.fhir.mapping.Visits.notices;
import static org.denba.fhir.mapping.Visits.quantity;

import java.time.LocalDate;
import java.util.Collections;
import java.util.function.UnaryOperator;
import org.denba.engine.assessment.Finding;
import org.denba.engine.triage.TriageRequest;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;

/** Which of several readings counts, and what is history. */
class TimeTest {

  private static final LocalDate TODAY = LocalDate.parse(Visits.DAY);

  @Test
  void the_encounter_tells_the_day() {
    assertThat(Visits.empty().patient("p1", null).encounter("2026-11-22").read().request().date())
        .isEqualTo(TODAY);
    // 23:30 at UTC-2 is the next day in Bamako
    assertThat(Visits.empty().encounter("2026-11-21T23:30:00-02:00").read().request().date())
        .isEqualTo(TODAY);
  }

  @Test
  void else_the_latest_observation_tells_the_day_and_else_nothing_does() {
    Visits visits =
        Visits.empty()
            .says("cough", new BooleanType(true), at("2026-11-21T10:00:00Z"))
            .says("diarrhoea", new BooleanType(true), at("2026-11-22"));
    FhirEncounter read = visits.read();
    assertThat(read.request().date()).isEqualTo(TODAY);
    assertThat(read.request().findings()).containsOnlyKeys("diarrhoea");
    assertThat(Visits.empty().says("cough", new BooleanType(true)).read().request().date())
        .isNull();
  }

  @Test
  void an_earlier_day_is_history_and_only_used_where_the_dictionary_says_so() {
    FhirEncounter read =
        Visits.ofChild()
            .says("stridor-calm", new BooleanType(false), at("2026-11-21T20:00:00Z"))
            .says("sex", Visits.code(null, "female"), at("2026-01-05"))
            .read();
    assertThat(read.request().findings()).containsOnlyKeys("sex");
    assertThat(notices(read)).containsExactlyInAnyOrder("history-ignored", "history-used");
  }

  @Test
  void a_month_is_no_day_of_this_visit() {
    FhirEncounter read =
        Visits.ofChild().says("stridor-calm", new BooleanType(false), at("2026-11")).read();
    assertThat(read.request().findings()).isEmpty();
    assertThat(notices(read)).containsExactly("history-ignored");
  }

  @Test
  void a_later_day_never_replaces_what_was_seen_at_the_visit() {
    FhirEncounter read =
        Visits.ofChild()
            .says("spo2", quantity("88", "%"), at(Visits.DAY + "T09:00:00Z"))
            .says("spo2", quantity("96", "%"), at("2026-11-23T09:00:00Z"))
            .says("cough", new BooleanType(true), at("2026-11-23T09:00:00Z"))
            .read();
    assertThat(read.request().findings())
        .containsEntry("spo2", Finding.Quantity.of(88))
        .containsEntry("cough", new Finding.Answer(true));
    assertThat(notices(read)).containsExactly("later-than-visit");
  }

  @Test
  void the_latest_of_the_day_wins() {
    FhirEncounter read =
        Visits.ofChild()
            .says("malaria-test", Visits.code(null, "positive"), at(Visits.DAY + "T10:00:00Z"))
            .says("malaria-test", Visits.code(null, "invalid"), at(Visits.DAY + "T09:00:00Z"))
            .read();
    assertThat(read.request().findings())
        .containsEntry("malaria-test", new Finding.Code("positive"));
    assertThat(notices(read)).containsExactly("duplicate-ignored");
  }

  @Test
  void nothing_known_never_replaces_something_known() {
    FhirEncounter read =
        Visits.ofChild()
            .says("stridor-calm", new BooleanType(true), at(Visits.DAY + "T09:00:00Z"))
            .says("stridor-calm", null, at(Visits.DAY + "T10:00:00Z"))
            .read();
    assertThat(read.request().findings()).containsEntry("stridor-calm", new Finding.Answer(true));
  }

  @Test
  void different_values_at_one_moment_are_alternatives_in_whatever_order_they_come() {
    Visits visits =
        Visits.ofChild()
            .says("stridor-calm", new BooleanType(true), at(Visits.DAY + "T09:00:00Z"))
            .says("stridor-calm", new BooleanType(false), at(Visits.DAY + "T09:00:00+00:00"))
            .says("stridor-calm", new BooleanType(false));
    FhirEncounter read = visits.read();
    assertThat(read.contradictions().get("stridor-calm"))
        .containsExactly(new Finding.Answer(false), new Finding.Answer(true));
    assertThat(notices(read)).containsExactly("duplicate-different");

    Bundle reversed = visits.bundle().copy();
    Collections.reverse(reversed.getEntry());
    FhirEncounter again =
        Visits.door().read(Visits.json(reversed), FhirFormat.JSON, "en", UnaryOperator.identity());
    assertThat(again.contradictions()).isEqualTo(read.contradictions());
    assertThat(again.request().findings()).isEqualTo(read.request().findings());
  }

  @Test
  void equal_values_do_not_contradict_each_other() {
    FhirEncounter read =
        Visits.ofChild()
            .says("muac", quantity("14", "cm"))
            .says("muac", quantity("140", "mm"))
            .read();
    assertThat(read.contradictions()).isEmpty();
    assertThat(read.request().notices()).isEmpty();
  }

  @Test
  void an_untimed_value_may_be_the_latest_one() {
    FhirEncounter read =
        Visits.ofChild()
            .says("spo2", quantity("96", "%"), at(Visits.DAY + "T10:00:00Z"))
            .says("spo2", quantity("95", "%"), at(Visits.DAY + "T09:00:00Z"))
            .says("spo2", quantity("85", "%"))
            .read();
    assertThat(read.contradictions().get("spo2"))
        .containsExactlyInAnyOrder(Finding.Quantity.of(96), Finding.Quantity.of(85));
  }

  @Test
  void a_second_measurement_is_told_apart_only_for_a_protocol_that_has_one() {
    Visits visits =
        Visits.ofChild()
            .coded(
                FhirSystems.LOINC,
                "8480-6",
                quantity("150", "mm[Hg]"),
                at(Visits.DAY + "T09:20:00Z"))
            .coded(
                FhirSystems.LOINC,
                "8480-6",
                quantity("162", "mm[Hg]"),
                at(Visits.DAY + "T09:00:00Z"))
            .coded(
                FhirSystems.LOINC, "8310-5", quantity("39", "Cel"), at(Visits.DAY + "T09:00:00Z"))
            .coded(
                FhirSystems.LOINC, "8310-5", quantity("37", "Cel"), at(Visits.DAY + "T10:00:00Z"));
    assertThat(visits.read("sbp1", "sbp2", "temperature-axillary").request().findings())
        .containsEntry("sbp1", Finding.Quantity.of(162))
        .containsEntry("sbp2", Finding.Quantity.of(150))
        .containsEntry("temperature-axillary", Finding.Quantity.of(37))
        .hasSize(3);
  }

  @Test
  void the_second_measurement_under_its_own_code_stays_the_second() {
    FhirEncounter read =
        Visits.ofChild()
            .says("sbp1", quantity("150", "mm[Hg]"), at(Visits.DAY + "T09:00:00Z"))
            .says("sbp2", quantity("140", "mm[Hg]"), at(Visits.DAY + "T09:20:00Z"))
            .read();
    assertThat(read.request().findings())
        .containsEntry("sbp1", Finding.Quantity.of(150))
        .containsEntry("sbp2", Finding.Quantity.of(140));
  }

  @Test
  void a_day_that_the_caller_chooses_decides_what_is_history() {
    byte[] body =
        Visits.ofChild().says("cough", new BooleanType(true), at(Visits.DAY + "T09:00:00Z")).json();
    FhirEncounter read = Visits.door().read(body, FhirFormat.JSON, "en", TimeTest::threeDaysLater);
    assertThat(read.request().date()).isEqualTo(TODAY.plusDays(3));
    assertThat(read.request().findings()).isEmpty();
  }

  private static TriageRequest threeDaysLater(TriageRequest read) {
    return new TriageRequest(
        read.id(),
        read.protocol(),
        read.setting(),
        TODAY.plusDays(3),
        read.language(),
        read.visit(),
        read.earlier(),
        read.patient(),
        read.parameters(),
        read.findings(),
        read.notices(),
        read.companion());
  }
}
