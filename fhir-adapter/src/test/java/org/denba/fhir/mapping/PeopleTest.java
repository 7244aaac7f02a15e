package org.denba.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.denba.engine.assessment.Finding;
import org.denba.engine.growth.Sex;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.Notice;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
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
  void a_birth_month_or_year_stands_for_all_its_days() {
    org.denba.engine.triage.Patient month = patient("2025-02");
    assertThat(month.birthDate()).isEqualTo(LocalDate.of(2025, 2, 1));
    assertThat(month.birthDateLatest()).isEqualTo(LocalDate.of(2025, 2, 28));
    org.denba.engine.triage.Patient year = patient("2025");
    assertThat(year.birthDate()).isEqualTo(LocalDate.of(2025, 1, 1));
    assertThat(year.birthDateLatest()).isEqualTo(LocalDate.of(2025, 12, 31));
    assertThat(year.hasAge()).isTrue();
    assertThat(patient("2025-05-01").birthDateLatest()).isNull();
    assertThat(patient(null).hasAge()).isFalse();
  }

  @Test
  void an_incomplete_birth_date_is_named() {
    FhirEncounter read = Visits.empty().patient("p1", "2025").encounter(Visits.DAY).read();
    assertThat(read.request().notices())
        .extracting(Notice::code)
        .containsExactly("birth-date-incomplete");
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
            .patient("p2", "2024-01-01")
            .patient("p1", "2025-05-01")
            .says("cough", new BooleanType(true))
            .says("cough", new BooleanType(false), of("p2"));
    Visits unsaid =
        Visits.empty()
            .patient("mother", "1999-01-01")
            .patient("p1", "2026-11-20")
            .says("cough", new BooleanType(true))
            .says("cough", new BooleanType(true), o -> o.setSubject(null))
            .says("cough", new BooleanType(false), of("mother"));
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
    for (Visits visits : new Visits[] {both, unsaid, neither, stranger, twoWithoutPatient}) {
      assertThatThrownBy(visits::read)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("send one patient");
    }
  }

  private static Consumer<Observation> of(String patient) {
    return o -> o.setSubject(new Reference("Patient/" + patient));
  }

  private static Visits motherAndNewborn(String hers, String its) {
    return Visits.empty()
        .patient("mother", hers)
        .patient("p1", its)
        .says("temperature-axillary", Visits.quantity("38.5", "Cel"), of("mother"))
        .says("temperature-axillary", Visits.quantity("36.5", "Cel"));
  }

  @Test
  void a_mother_and_her_newborn_are_both_read_the_mother_first() {
    FhirEncounter read = motherAndNewborn("1999-01-01", "2026-11-20").read();
    assertThat(read.subject()).isEqualTo("Patient/mother");
    assertThat(read.request().findings())
        .containsEntry("temperature-axillary", Finding.Quantity.of(38.5));
    assertThat(read.companion().subject()).isEqualTo("Patient/p1");
    assertThat(read.request().companion().patient().birthDate())
        .isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(read.request().companion().findings())
        .containsEntry("temperature-axillary", Finding.Quantity.of(36.5));
    assertThat(read.request().notices()).isEmpty();
    assertThat(read.expression("companion.findings.temperature-axillary"))
        .isEqualTo("Bundle.entry[3].resource.value");
  }

  @Test
  void the_order_of_the_entries_does_not_tell_who_is_the_mother() {
    FhirEncounter read =
        Visits.empty()
            .says("cough", new BooleanType(true))
            .patient("p1", "2026-11-20")
            .says("cough", new BooleanType(false), of("mother"))
            .patient("mother", "1999")
            .read();
    assertThat(read.subject()).isEqualTo("Patient/mother");
    assertThat(read.companion().subject()).isEqualTo("Patient/p1");
  }

  @ParameterizedTest
  @CsvSource({"p1, MTH, mother", "mother, NCHILD, mother", "mother, MTH, p1"})
  void a_related_person_tells_who_is_the_mother_where_birth_dates_do_not(
      String patient, String role, String expected) {
    RelatedPerson relative = new RelatedPerson();
    relative.setPatient(new Reference("Patient/" + patient));
    relative.addRelationship(
        Visits.code("http://terminology.hl7.org/CodeSystem/v3-RoleCode", role));
    Visits visits = motherAndNewborn(null, "2026-11-20");
    assertThatThrownBy(visits::read).isInstanceOf(InvalidRequestException.class);
    assertThat(visits.with(relative).read().subject()).isEqualTo("Patient/" + expected);
  }

  @Test
  void a_link_tells_whom_the_related_person_is() {
    Patient mother = new Patient();
    mother.setId("mother");
    mother.addLink().setOther(new Reference("RelatedPerson/r1"));
    RelatedPerson relative = new RelatedPerson();
    relative.setId("r1");
    relative.setPatient(new Reference("Patient/p1"));
    relative.addRelationship(Visits.code(null, "MTH"));
    RelatedPerson stranger = relative.copy();
    stranger.setId("r2");
    for (boolean linked : new boolean[] {true, false}) {
      Visits visits =
          Visits.empty()
              .with(mother)
              .patient("p1", "2026-11-20")
              .with(linked ? relative : stranger)
              .says("cough", new BooleanType(true))
              .says("cough", new BooleanType(true), of("mother"));
      if (linked) {
        assertThat(visits.read().subject()).isEqualTo("Patient/mother");
      } else {
        assertThatThrownBy(visits::read).isInstanceOf(InvalidRequestException.class);
      }
    }
  }

  @Test
  void a_father_and_two_children_are_no_mother_and_newborn() {
    Visits father = motherAndNewborn("1990-01-01", "2026-11-20");
    ((Patient) father.bundle().getEntryFirstRep().getResource())
        .setGender(AdministrativeGender.MALE);
    Visits three = motherAndNewborn("1999-01-01", "2026-11-20").patient("p3", "2026-11-20");
    three.says("cough", new BooleanType(true), of("p3"));
    Visits girl = motherAndNewborn("2018-01-01", "2026-11-20");
    for (Visits visits : new Visits[] {father, three, girl}) {
      assertThatThrownBy(visits::read)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("send one patient");
    }
  }

  @Test
  void the_only_one_with_an_encounter_comes_first_and_the_day_is_shared() {
    Encounter encounter = new Encounter();
    encounter.setStatus(Encounter.EncounterStatus.FINISHED);
    encounter.setSubject(new Reference("Patient/p1"));
    encounter.getPeriod().setStartElement(new DateTimeType("2026-11-22T08:00:00Z"));
    FhirEncounter read = motherAndNewborn("1999-01-01", "2026-11-20").with(encounter).read();
    assertThat(read.subject()).isEqualTo("Patient/p1");
    assertThat(read.companion().subject()).isEqualTo("Patient/mother");
    assertThat(read.request().date()).isEqualTo(LocalDate.of(2026, 11, 22));
  }

  @Test
  void a_mother_who_was_seen_but_not_examined_is_answered_too() {
    Encounter encounter = new Encounter();
    encounter.setSubject(new Reference("Patient/mother"));
    FhirEncounter read =
        Visits.empty()
            .patient("mother", "1999-01-01")
            .patient("p1", "2026-11-20")
            .says("cough", new BooleanType(true))
            .with(encounter)
            .read();
    assertThat(read.subject()).isEqualTo("Patient/mother");
    assertThat(read.request().findings()).isEmpty();
    assertThat(read.companion().request().findings()).containsOnlyKeys("cough");
  }

  @Test
  void contradictions_and_remarks_stay_with_their_patient() {
    FhirEncounter read =
        motherAndNewborn("1999-01-01", "2026-11-20")
            .says("cough", new BooleanType(true))
            .says("cough", new BooleanType(false))
            .coded("http://x", "strange", new BooleanType(true), of("mother"))
            .read();
    assertThat(read.contradictions()).isEmpty();
    assertThat(read.companion().contradictions()).containsOnlyKeys("cough");
    assertThat(read.request().notices()).extracting(Notice::code).containsExactly("unknown-code");
    assertThat(read.request().companion().notices())
        .extracting(Notice::code)
        .containsExactly("duplicate-different");
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
