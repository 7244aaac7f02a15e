package org.denba.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.denba.engine.growth.Sex;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.Notice;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who the patient is, and how old. */
class PeopleTest {

  private static org.denba.engine.triage.Patient patient(String birthDate) {
    return Visits.empty().patient("p1", birthDate).encounter(Visits.DAY).read().request().patient();
  }

  @Test
  void reads_birth_date_and_sex() {
    Patient girl = new Patient();
    girl.setId("p1");
    girl.setBirthDateElement(new DateType("2025-05-01"));
    girl.setGender(AdministrativeGender.FEMALE);
    FhirEncounter read = Visits.empty().with(girl).read();
    assertThat(read.request().patient().birthDate()).isEqualTo(LocalDate.of(2025, 5, 1));
    assertThat(read.request().patient().sex()).isEqualTo(Sex.FEMALE);
    assertThat(read.subject()).isEqualTo("Patient/p1");
  }

  @Test
  void a_sex_that_is_not_male_or_female_is_not_known() {
    Patient child = new Patient();
    child.setGender(AdministrativeGender.OTHER);
    assertThat(Visits.empty().with(child).read().request().patient().sex()).isNull();
  }

  @Test
  void a_birth_month_leaves_two_ages_open() {
    // born 1 to 31 May 2025: 17 or 18 months on 22 November 2026
    org.denba.engine.triage.Patient read = patient("2025-05");
    assertThat(read.birthDate()).isNull();
    assertThat(read.ageMonths()).isEqualTo(17);
    assertThat(read.ageEstimated()).isTrue();
  }

  @Test
  void a_birth_month_that_leaves_one_age_is_not_estimated() {
    org.denba.engine.triage.Patient read =
        Visits.empty().patient("p1", "2025-05").encounter("2026-12-31").read().request().patient();
    assertThat(read.ageMonths()).isEqualTo(19);
    assertThat(read.ageEstimated()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2025, false", "2022, false", "2019, true", "1999, true"})
  void a_birth_year_is_an_age_only_for_those_who_are_five(String year, boolean told) {
    assertThat(patient(year).hasAge()).isEqualTo(told);
    assertThat(patient(year).ageEstimated()).isEqualTo(told);
  }

  @Test
  void what_is_said_of_somebody_else_is_not_used() {
    Observation mothers = new Observation();
    mothers.setStatus(Observation.ObservationStatus.FINAL);
    mothers.setCode(Visits.code(FhirSystems.DATA_ELEMENT, "cough"));
    mothers.setSubject(new Reference("Patient/mother"));
    mothers.setValue(new BooleanType(false));
    FhirEncounter read =
        Visits.ofChild().with(mothers).says("diarrhoea", new BooleanType(true)).read();
    assertThat(read.request().findings()).containsOnlyKeys("diarrhoea");
    assertThat(read.request().notices()).extracting(Notice::code).containsExactly("other-subject");
  }

  @Test
  void of_two_patients_the_one_that_was_observed_is_meant() {
    FhirEncounter read =
        Visits.empty()
            .patient("mother", "1999-01-01")
            .patient("p1", "2025-05-01")
            .says("cough", new BooleanType(true))
            .read();
    assertThat(read.request().patient().birthDate()).isEqualTo(LocalDate.of(2025, 5, 1));
  }

  @Test
  void refuses_when_it_is_not_clear_who_is_meant() {
    Visits both =
        Visits.empty()
            .patient("mother", "1999-01-01")
            .patient("p1", "2025-05-01")
            .says("cough", new BooleanType(true))
            .says(
                "cough",
                new BooleanType(false),
                o -> o.setSubject(new Reference("Patient/mother")));
    Visits neither = Visits.empty().patient("mother", "1999-01-01").patient("p1", "2025-05-01");
    Visits stranger =
        Visits.empty().patient("p2", "2025-05-01").says("cough", new BooleanType(true));
    Visits twoWithoutPatient =
        Visits.empty()
            .says("cough", new BooleanType(true))
            .says(
                "fever-history",
                new BooleanType(true),
                o -> o.setSubject(new Reference("Patient/x")));
    for (Visits visits : new Visits[] {both, neither, stranger, twoWithoutPatient}) {
      assertThatThrownBy(visits::read)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("send one patient");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "urn:uuid:0c9e5a3e-0000-4000-8000-000000000001",
    "Patient/p1",
    "http://example.org/fhir/Patient/p1",
    "Patient/p1/_history/3",
  })
  void knows_the_patient_by_full_url_id_and_absolute_url(String reference) {
    Visits visits =
        Visits.ofChild()
            .says("cough", new BooleanType(true), o -> o.setSubject(new Reference(reference)));
    Bundle bundle = visits.bundle();
    bundle.getEntryFirstRep().setFullUrl("urn:uuid:0c9e5a3e-0000-4000-8000-000000000001");
    FhirEncounter read =
        Visits.door().read(Visits.json(bundle), FhirFormat.JSON, null, UnaryOperator.identity());
    assertThat(read.request().findings()).containsOnlyKeys("cough");
    assertThat(read.subject()).isEqualTo("urn:uuid:0c9e5a3e-0000-4000-8000-000000000001");
  }

  @Test
  void a_bundle_without_a_patient_is_read() {
    FhirEncounter read = Visits.empty().says("age-months", new IntegerType(18)).read();
    assertThat(read.request().patient().hasAge()).isFalse();
    assertThat(read.request().findings()).containsOnlyKeys("age-months");
    assertThat(read.subject()).isEqualTo("Patient/p1");
  }
}
