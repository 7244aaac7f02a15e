package org.denba.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.fhir.mapping.Records.given;
import static org.denba.fhir.mapping.Records.ordered;
import static org.denba.fhir.mapping.Records.taken;
import static org.denba.fhir.mapping.Visits.code;
import static org.denba.fhir.mapping.Visits.findings;
import static org.denba.fhir.mapping.Visits.notices;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Medicines that were given or ordered before this visit. */
class EarlierMedicinesTest {

  private static final String SP = "P01BD51";
  private static final String ACT = "P01BF01";
  private static final String COTRIMOXAZOLE = "J01EE01";
  private static final Finding YES = new Finding.Answer(true);

  @Test
  void doses_of_sp_are_counted_by_day_and_the_last_one_is_dated() {
    Map<String, Finding> findings =
        findings(
            Visits.ofChild()
                .with(taken(SP, "2026-08-01"))
                .with(given(SP, "2026-09-05"))
                .with(taken(SP, "2026-09-05"))
                .with(taken(SP, "2025-06-01")));
    assertThat(findings)
        .isEqualTo(Map.of("sp-doses", Finding.Quantity.of(2), "last-sp-date", day("2026-09-05")));
  }

  @Test
  void an_order_does_not_show_that_a_dose_was_given() {
    for (String atc : List.of(SP, "A11CA01", "P02CA01")) {
      assertThat(findings(Visits.ofChild().with(ordered(atc, "2026-10-01")))).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"A11CA01, vitamin-a-last-date", "P02CA01, deworming-last-date"})
  void the_last_dose_of_a_preventive_medicine_is_dated(String atc, String element) {
    assertThat(
            findings(
                Visits.ofChild()
                    .with(taken(atc, "2026-05-01"))
                    .with(taken(atc, "2026-07-01"))
                    .with(given(atc, "2026-12-24"))))
        .isEqualTo(Map.of(element, day("2026-07-01")));
  }

  @ParameterizedTest
  @CsvSource({"2026-10-25, true", "2026-10-24, false", "2026-11-22, true", "2026-11-23, false"})
  void malaria_treatment_counts_for_as_many_days_as_the_table_says(String date, boolean counts) {
    assertThat(findings(Visits.ofChild().with(taken(ACT, date))).containsKey("act-last-28-days"))
        .isEqualTo(counts);
  }

  @Test
  void cotrimoxazole_counts_while_it_is_taken() {
    MedicationStatement active = taken(COTRIMOXAZOLE, "2026-01-05");
    active.setStatus(MedicationStatementStatus.ACTIVE);
    assertThat(findings(Visits.ofChild().with(active))).isEqualTo(Map.of("on-cotrimoxazole", YES));

    MedicationStatement undated = taken(COTRIMOXAZOLE, null);
    undated.setStatus(MedicationStatementStatus.ACTIVE);
    assertThat(findings(Visits.ofChild().with(undated))).isEqualTo(Map.of("on-cotrimoxazole", YES));

    MedicationStatement over = taken(COTRIMOXAZOLE, null);
    over.setStatus(MedicationStatementStatus.ACTIVE);
    over.setEffective(
        new Period()
            .setStartElement(new DateTimeType("2026-01-05"))
            .setEndElement(new DateTimeType("2026-10-05")));
    assertThat(findings(Visits.ofChild().with(over))).isEmpty();

    assertThat(findings(Visits.ofChild().with(taken(COTRIMOXAZOLE, "2026-11-01")))).isEmpty();
    assertThat(findings(Visits.ofChild().with(ordered(COTRIMOXAZOLE, "2026-10-01"))))
        .isEqualTo(Map.of("on-cotrimoxazole", YES));
  }

  @ParameterizedTest
  @EnumSource(
      value = MedicationStatementStatus.class,
      mode = Mode.EXCLUDE,
      names = {"ACTIVE", "COMPLETED", "NULL"})
  void what_was_not_taken_tells_nothing(MedicationStatementStatus status) {
    MedicationStatement statement = taken(SP, "2026-09-05");
    statement.setStatus(status);
    FhirEncounter read = Visits.ofChild().with(statement).read();
    assertThat(read.request().findings()).isEmpty();
    assertThat(notices(read)).containsExactly("status-ignored");
  }

  @Test
  void our_own_proposals_and_orders_not_to_give_tell_nothing() {
    MedicationRequest proposal = ordered(COTRIMOXAZOLE, "2026-10-01");
    proposal.setIntent(MedicationRequestIntent.PROPOSAL);
    MedicationRequest never = ordered(COTRIMOXAZOLE, "2026-10-01");
    never.setDoNotPerform(true);
    MedicationAdministration notDone = given(SP, "2026-10-01");
    notDone.setStatus(MedicationAdministrationStatus.NOTDONE);
    assertThat(findings(Visits.ofChild().with(proposal).with(never).with(notDone))).isEmpty();
  }

  @Test
  void undated_unknown_and_foreign_medicines_are_named_and_not_used() {
    FhirEncounter read =
        Visits.ofChild()
            .with(taken(SP, null))
            .with(taken(SP, "2026-09"))
            .with(taken("N02BE01", "2026-09-01"))
            .read();
    assertThat(read.request().findings()).isEmpty();
    assertThat(notices(read))
        .containsExactly("medicine-not-dated", "medicine-not-dated", "unknown-code");
    MedicationStatement hers = taken(SP, "2026-09-05");
    hers.setSubject(new Reference("Patient/somebody"));
    assertThat(
            notices(Visits.ofChild().with(hers).says("weight", Visits.quantity("10", "kg")).read()))
        .containsExactly("other-subject");
  }

  @Test
  void a_medication_resource_is_looked_up() {
    Medication medication = new Medication();
    medication.setId("m1");
    medication.setCode(code(FhirSystems.MEDICATION, "artemether-lumefantrine"));
    MedicationStatement contained = taken(ACT, "2026-11-10");
    contained.setMedication(new Reference("#m1"));
    contained.addContained(medication.copy());
    MedicationStatement referring = taken(ACT, "2026-11-10");
    referring.setMedication(new Reference("Medication/m1"));
    MedicationStatement lost = taken(ACT, "2026-11-10");
    lost.setMedication(new Reference("Medication/m2"));
    Map<String, Finding> expected = Map.of("act-last-28-days", YES);
    assertThat(findings(Visits.ofChild().with(contained))).isEqualTo(expected);
    assertThat(findings(Visits.ofChild().with(referring).with(medication))).isEqualTo(expected);
    assertThat(findings(Visits.ofChild().with(lost).with(medication))).isEmpty();
  }

  @Test
  void what_is_recorded_and_what_is_told_both_stay_when_they_differ() {
    FhirEncounter read =
        Visits.ofChild().with(given(SP, "2026-10-01")).says("sp-doses", new IntegerType(3)).read();
    assertThat(read.contradictions()).containsOnlyKeys("sp-doses");
  }

  private static Finding day(String date) {
    return new Finding.Day(LocalDate.parse(date));
  }

  @Test
  void a_finished_course_is_dated_by_its_end() {
    for (String start : Arrays.asList("2026-09-01", null)) {
      MedicationStatement course = taken(SP, null);
      course.setEffective(
          new Period()
              .setStartElement(start == null ? null : new DateTimeType(start))
              .setEndElement(new DateTimeType("2026-09-05")));
      assertThat(findings(Visits.ofChild().with(course)))
          .containsEntry("last-sp-date", day("2026-09-05"));
    }
  }
}
