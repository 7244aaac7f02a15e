package org.denba.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.fhir.mapping.Records.condition;
import static org.denba.fhir.mapping.Records.form;
import static org.denba.fhir.mapping.Records.item;
import static org.denba.fhir.mapping.Visits.code;
import static org.denba.fhir.mapping.Visits.findings;
import static org.denba.fhir.mapping.Visits.notices;
import static org.denba.fhir.mapping.Visits.quantity;

import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions, questionnaires, vaccines, contained resources, and what is not used. */
class OtherResourcesTest {

  private static final Finding YES = new Finding.Answer(true);
  private static final Finding NO = new Finding.Answer(false);

  private static Condition cough(String clinical, String verification) {
    return condition("49727002", clinical, verification);
  }

  private static FhirEncounter read(Condition condition) {
    return Visits.ofChild().with(condition).read();
  }

  @Test
  void an_active_condition_is_a_yes_whenever_it_began() {
    Condition condition = cough("active", "confirmed");
    condition.setOnset(new DateTimeType("2026-11-01"));
    condition.setRecordedDateElement(new DateTimeType("2026-11-02"));
    assertThat(read(condition).request().findings()).containsEntry("cough", YES);
  }

  @Test
  void a_provisional_condition_is_a_yes_with_a_remark() {
    FhirEncounter read = read(cough("active", "provisional"));
    assertThat(read.request().findings()).containsEntry("cough", YES);
    assertThat(notices(read)).containsExactly("preliminary");
  }

  @Test
  void a_refuted_condition_is_a_no_for_the_day_on_which_it_was_recorded() {
    Condition today = cough(null, "refuted");
    today.setRecordedDateElement(new DateTimeType(Visits.DAY));
    assertThat(read(today).request().findings()).containsEntry("cough", NO);
    assertThat(read(cough(null, "refuted")).request().findings()).containsEntry("cough", NO);

    Condition yesterday = cough(null, "refuted");
    yesterday.setRecordedDateElement(new DateTimeType("2026-11-21"));
    assertThat(read(yesterday).request().findings()).isEmpty();

    Condition onTheList = cough(null, "refuted");
    onTheList.addCategory(code(FhirSystems.CONDITION_CATEGORY, "problem-list-item"));
    assertThat(read(onTheList).request().findings()).isEmpty();
  }

  @Test
  void a_condition_that_is_over_says_nothing() {
    for (String over : List.of("inactive", "remission", "resolved")) {
      FhirEncounter read = read(cough(over, "confirmed"));
      assertThat(read.request().findings()).isEmpty();
      assertThat(notices(read)).containsExactly("condition-not-now");
    }
  }

  @Test
  void a_condition_in_error_is_none_and_a_strange_one_is_named() {
    assertThat(notices(read(cough("active", "entered-in-error"))))
        .containsExactly("status-ignored");
    Condition strange = cough("active", "confirmed");
    strange.setCode(code(FhirSystems.SNOMED, "1"));
    assertThat(notices(read(strange))).containsExactly("unknown-code");
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
        findings(Visits.ofChild().with(condition("77386006", clinical, verification)));
    if (pregnant == null) {
      assertThat(findings).isEmpty();
    } else {
      assertThat(findings).isEqualTo(Map.of("pregnant", new Finding.Answer(pregnant)));
    }
  }

  @Test
  void a_condition_and_an_observation_that_disagree_are_alternatives() {
    FhirEncounter read =
        Visits.ofChild()
            .with(cough("active", "confirmed"))
            .says("cough", new BooleanType(false), Visits.at(Visits.DAY + "T09:00:00Z"))
            .read();
    assertThat(read.contradictions().get("cough")).containsExactly(NO, YES);
  }

  @Test
  void answered_items_are_findings() {
    QuestionnaireResponse form = form(QuestionnaireResponseStatus.COMPLETED);
    QuestionnaireResponseItemComponent group = item("page-1", null);
    group.addItem(item("cough", new BooleanType(true)));
    group.addItem(item("Ccc.B10S2.DE04", new BooleanType(false)));
    group.addItem(item("respiratory-rate", new DecimalType("44")));
    group.addItem(
        item("q7", new Coding("http://x", "positive", null))
            .setDefinition("http://x/StructureDefinition/y#malaria-test"));
    group.addItem(item("weight", quantity("10500", "g")));
    group.addItem(item("feels-hot", null));
    group.addItem(item("remark", new StringType("none")));
    form.addItem(group);
    FhirEncounter read = Visits.ofChild().with(form).read();
    assertThat(read.request().findings())
        .containsEntry("cough", YES)
        .containsEntry("stridor-calm", NO)
        .containsEntry("respiratory-rate", Finding.Quantity.of(44))
        .containsEntry("malaria-test", new Finding.Code("positive"))
        .containsEntry("weight", Finding.Quantity.of(10.5))
        .hasSize(5);
    assertThat(notices(read)).containsExactly("unknown-code");
    assertThat(read.sources().get("cough").path())
        .isEqualTo("Bundle.entry[2].resource.item[0].item[0].answer[0]");
  }

  @Test
  void an_unfinished_form_is_used_with_a_remark_and_a_withdrawn_one_is_not() {
    QuestionnaireResponse open = form(QuestionnaireResponseStatus.INPROGRESS);
    open.addItem(item("cough", new BooleanType(true)));
    assertThat(notices(Visits.ofChild().with(open).read())).containsExactly("preliminary");
    QuestionnaireResponse wrong = form(QuestionnaireResponseStatus.ENTEREDINERROR);
    wrong.addItem(item("cough", new BooleanType(true)));
    assertThat(Visits.ofChild().with(wrong).read().request().findings()).isEmpty();
  }

  private static Immunization dose(String antigen, String date, ImmunizationStatus status) {
    Immunization dose = Records.dose(null, antigen, date);
    dose.setStatus(status);
    dose.setPrimarySource(true);
    return dose;
  }

  @Test
  void doses_that_were_given_on_a_day_are_listed() {
    FhirEncounter read =
        Visits.ofChild()
            .with(dose("PENTA", "2025-08-10", ImmunizationStatus.COMPLETED))
            .with(dose("PENTA", "2025-06-15", ImmunizationStatus.COMPLETED))
            .with(dose("MR", "2026-02", ImmunizationStatus.COMPLETED))
            .with(dose("YF", "2026-02-01", ImmunizationStatus.NOTDONE))
            .read();
    assertThat(read.request().findings().get("vaccine-doses"))
        .isEqualTo(
            new Finding.Entries(
                List.of(
                    Map.of("antigen", "PENTA", "date", "2025-06-15", "source", "register"),
                    Map.of("antigen", "PENTA", "date", "2025-08-10", "source", "register"))));
    assertThat(notices(read)).containsExactlyInAnyOrder("dose-not-dated", "status-ignored");
  }

  @Test
  void contained_resources_are_read_and_unused_types_are_named() {
    Observation outer = new Observation();
    outer.setStatus(ObservationStatus.FINAL);
    outer.setCode(code(FhirSystems.DATA_ELEMENT, "cough"));
    outer.setValue(new BooleanType(true));
    Observation inner = new Observation();
    inner.setId("a");
    inner.setStatus(ObservationStatus.FINAL);
    inner.setCode(code(FhirSystems.DATA_ELEMENT, "diarrhoea"));
    inner.setValue(new BooleanType(true));
    outer.addContained(inner);
    outer.addHasMember(new Reference("#a"));
    FhirEncounter read =
        Visits.ofChild().with(outer).with(procedure("1")).with(procedure("2")).read();
    assertThat(read.request().findings()).containsOnlyKeys("cough", "diarrhoea");
    assertThat(read.sources().get("diarrhoea").path())
        .isEqualTo("Bundle.entry[2].resource.contained[0]");
    assertThat(notices(read)).containsExactly("resource-not-used");
  }

  private static Procedure procedure(String id) {
    Procedure procedure = new Procedure();
    procedure.setId(id);
    return procedure;
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
            .with(new RelatedPerson())
            .with(new Observation());
    assertThat(visits.read().request().findings()).isEmpty();
  }
}
