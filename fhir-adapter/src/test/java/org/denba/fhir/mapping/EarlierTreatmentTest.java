package org.denba.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.fhir.mapping.Visits.code;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.denba.engine.triage.Notice;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What was given before this visit: vaccines and medicines; and the Condition of a pregnancy. */
class EarlierTreatmentTest {

  private static final String ATC = "http://www.whocc.no/atc";
  private static final String CVX = "http://hl7.org/fhir/sid/cvx";
  private static final String SP = "P01BD51";
  private static final String ACT = "P01BF01";
  private static final String COTRIMOXAZOLE = "J01EE01";
  private static final Finding YES = new Finding.Answer(true);

  private static MedicationStatement taken(String atc, String date) {
    MedicationStatement statement = new MedicationStatement();
    statement.setStatus(MedicationStatementStatus.COMPLETED);
    statement.setSubject(new Reference("Patient/p1"));
    statement.setMedication(code(ATC, atc));
    statement.setEffective(date == null ? null : new DateTimeType(date));
    return statement;
  }

  private static MedicationAdministration given(String atc, String date) {
    MedicationAdministration given = new MedicationAdministration();
    given.setStatus(MedicationAdministrationStatus.COMPLETED);
    given.setSubject(new Reference("Patient/p1"));
    given.setMedication(code(ATC, atc));
    given.setEffective(new DateTimeType(date));
    return given;
  }

  private static MedicationRequest ordered(String atc, String date) {
    MedicationRequest order = new MedicationRequest();
    order.setStatus(MedicationRequestStatus.ACTIVE);
    order.setIntent(MedicationRequestIntent.ORDER);
    order.setSubject(new Reference("Patient/p1"));
    order.setMedication(code(ATC, atc));
    order.setAuthoredOnElement(new DateTimeType(date));
    return order;
  }

  private static Map<String, Finding> findings(Visits visits) {
    return visits.read().request().findings();
  }

  private static List<String> notices(FhirEncounter encounter) {
    return encounter.request().notices().stream().map(Notice::code).toList();
  }

  private static Finding day(String date) {
    return new Finding.Day(LocalDate.parse(date));
  }

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

  private static Immunization dose(String system, String code, String date) {
    Immunization dose = new Immunization();
    dose.setStatus(ImmunizationStatus.COMPLETED);
    dose.setPatient(new Reference("Patient/p1"));
    dose.setVaccineCode(code(system, code));
    dose.setOccurrence(date == null ? null : new DateTimeType(date));
    return dose;
  }

  private static List<Map<String, String>> doses(Visits visits) {
    Finding found = findings(visits).get("vaccine-doses");
    return found == null ? null : ((Finding.Entries) found).entries();
  }

  @ParameterizedTest
  @CsvSource({
    "http://hl7.org/fhir/sid/cvx, 19, BCG",
    "http://hl7.org/fhir/sid/cvx, 178, OPV",
    "http://hl7.org/fhir/sid/cvx, 198, PENTA",
    "http://hl7.org/fhir/sid/cvx, 04, MR",
    "http://www.whocc.no/atc, J07BL01, YF",
    "http://www.whocc.no/atc, J07CA11, PENTA",
    "http://snomed.info/sct, 871761004, ROTA",
    "http://id.who.int/icd/release/11/mms, XM8TF3, MR",
    "http://example.org, R21, R21",
    ", PCV, PCV",
  })
  void the_code_of_a_vaccine_is_an_antigen(String system, String code, String antigen) {
    assertThat(doses(Visits.ofChild().with(dose(system, code, "2026-01-05"))))
        .containsExactly(Map.of("antigen", antigen, "date", "2026-01-05"));
  }

  @Test
  void a_combined_vaccine_is_a_dose_of_each_antigen() {
    assertThat(doses(Visits.ofChild().with(dose(CVX, "146", "2026-01-05"))))
        .extracting(d -> d.get("antigen"))
        .containsExactly("IPV", "PENTA");
  }

  @Test
  void a_code_means_a_vaccine_only_in_its_own_system() {
    assertThat(doses(Visits.ofChild().with(dose("http://example.org", "19", "2026-01-05"))))
        .containsExactly(Map.of("antigen", "19", "date", "2026-01-05"));
  }

  @ParameterizedTest
  @CsvSource({
    "true, , register",
    "false, record, card",
    "false, recall, recall",
    "false, provider, register",
    "false, , recall",
    "false, strange, recall",
    ", record, card",
    ", , ",
  })
  void who_knows_of_a_dose(Boolean primary, String origin, String source) {
    Immunization dose = dose(CVX, "19", "2026-01-05");
    if (primary != null) {
      dose.setPrimarySource(primary);
    }
    if (origin != null) {
      dose.setReportOrigin(
          code("http://terminology.hl7.org/CodeSystem/immunization-origin", origin));
    }
    assertThat(doses(Visits.ofChild().with(dose)).get(0).get("source")).isEqualTo(source);
  }

  @Test
  void a_dose_that_was_not_given_or_does_not_count_is_left_out() {
    Immunization notDone = dose(CVX, "19", "2026-01-05");
    notDone.setStatus(ImmunizationStatus.NOTDONE);
    Immunization error = dose(CVX, "19", "2026-01-05");
    error.setStatus(ImmunizationStatus.ENTEREDINERROR);
    Immunization weak = dose(CVX, "19", "2026-01-05");
    weak.setIsSubpotent(true);
    for (Immunization one : List.of(notDone, error, weak)) {
      FhirEncounter read = Visits.ofChild().with(one).read();
      assertThat(read.request().findings()).isEmpty();
      assertThat(notices(read)).containsExactly("status-ignored");
    }
  }

  @Test
  void no_known_immunization_is_an_empty_list_and_a_missing_one_is_not_known() {
    Immunization none =
        dose(
            "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips",
            "no-known-immunizations",
            null);
    assertThat(doses(Visits.ofChild().with(none))).isEmpty();
    none.setPrimarySource(true);
    assertThat(doses(Visits.ofChild().with(none))).containsExactly(Map.of("source", "register"));
    assertThat(doses(Visits.ofChild())).isNull();
  }

  @Test
  void tetanus_doses_of_a_woman_are_counted_and_dated() {
    assertThat(
            findings(
                Visits.ofChild()
                    .with(dose(CVX, "09", "2024-01-05"))
                    .with(dose(ATC, "J07AM51", "2026-06-05"))
                    .with(dose(null, "TD", "2026-07"))
                    .with(dose(null, "TD", "2027-07-01"))))
        .isEqualTo(Map.of("td-doses", Finding.Quantity.of(2), "last-td-date", day("2026-06-05")));
  }

  @Test
  void a_hostile_number_of_doses_stays_in_the_allowed_range() {
    Visits visits = Visits.ofChild();
    for (int i = 1; i <= 28; i++) {
      visits.with(dose(CVX, "09", "2026-02-" + (i < 10 ? "0" + i : i)));
    }
    assertThat(findings(visits)).containsEntry("td-doses", Finding.Quantity.of(6));
  }

  private static Condition pregnancy(String clinical, String verification) {
    Condition condition = new Condition();
    condition.setSubject(new Reference("Patient/p1"));
    condition.setCode(code(FhirSystems.SNOMED, "77386006"));
    if (clinical != null) {
      condition.setClinicalStatus(code(FhirSystems.CONDITION_CLINICAL, clinical));
    }
    if (verification != null) {
      condition.setVerificationStatus(code(FhirSystems.CONDITION_VERIFICATION, verification));
    }
    return condition;
  }

  @ParameterizedTest
  @CsvSource({
    "active, confirmed, true",
    "active, , true",
    "active, provisional, true",
    "active, refuted, false",
    "resolved, confirmed, ",
    "inactive, , ",
    "active, entered-in-error, ",
  })
  void an_active_pregnancy_is_a_pregnancy(String clinical, String verification, Boolean pregnant) {
    Map<String, Finding> findings =
        findings(Visits.ofChild().with(pregnancy(clinical, verification)));
    if (pregnant == null) {
      assertThat(findings).isEmpty();
    } else {
      assertThat(findings).isEqualTo(Map.of("pregnant", new Finding.Answer(pregnant)));
    }
  }

  @Test
  void empty_resources_never_fail() {
    Visits visits =
        Visits.ofChild()
            .with(new MedicationStatement())
            .with(new MedicationAdministration())
            .with(new MedicationRequest())
            .with(new Medication())
            .with(new Immunization())
            .with(new Condition())
            .with(new org.hl7.fhir.r4.model.RelatedPerson())
            .with(new org.hl7.fhir.r4.model.Observation());
    assertThat(visits.read().request().findings()).isEmpty();
  }

  @Test
  void a_type_that_fhir_does_not_expect_there_is_not_used() {
    Type period = new Period();
    MedicationStatement statement = taken(SP, null);
    statement.setEffective(period);
    assertThat(findings(Visits.ofChild().with(statement))).isEmpty();
  }
}
