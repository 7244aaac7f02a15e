package org.denba.fhir.mapping;

import static org.denba.fhir.mapping.Visits.code;

import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** What the record of a patient says: medicines, vaccines, conditions, forms. */
final class Records {

  static final String ATC = "http://www.whocc.no/atc";
  static final String CVX = "http://hl7.org/fhir/sid/cvx";

  /** A medicine that was taken, dated unless the date is null. */
  static MedicationStatement taken(String atc, String date) {
    MedicationStatement statement = new MedicationStatement();
    statement.setStatus(MedicationStatementStatus.COMPLETED);
    statement.setSubject(new Reference("Patient/p1"));
    statement.setMedication(code(ATC, atc));
    statement.setEffective(date == null ? null : new DateTimeType(date));
    return statement;
  }

  /** A medicine that was given on this day. */
  static MedicationAdministration given(String atc, String date) {
    MedicationAdministration given = new MedicationAdministration();
    given.setStatus(MedicationAdministrationStatus.COMPLETED);
    given.setSubject(new Reference("Patient/p1"));
    given.setMedication(code(ATC, atc));
    given.setEffective(new DateTimeType(date));
    return given;
  }

  /** An active order of a medicine, written on this day. */
  static MedicationRequest ordered(String atc, String date) {
    MedicationRequest order = new MedicationRequest();
    order.setStatus(MedicationRequestStatus.ACTIVE);
    order.setIntent(MedicationRequestIntent.ORDER);
    order.setSubject(new Reference("Patient/p1"));
    order.setMedication(code(ATC, atc));
    order.setAuthoredOnElement(new DateTimeType(date));
    return order;
  }

  /** A vaccine that was given, dated unless the date is null. */
  static Immunization dose(String system, String code, String date) {
    Immunization dose = new Immunization();
    dose.setStatus(ImmunizationStatus.COMPLETED);
    dose.setPatient(new Reference("Patient/p1"));
    dose.setVaccineCode(code(system, code));
    dose.setOccurrence(date == null ? null : new DateTimeType(date));
    return dose;
  }

  /** A Condition by its SNOMED code; a status that is null is not told. */
  static Condition condition(String snomed, String clinical, String verification) {
    Condition condition = new Condition();
    condition.setSubject(new Reference("Patient/p1"));
    condition.setCode(code(FhirSystems.SNOMED, snomed));
    if (clinical != null) {
      condition.setClinicalStatus(code(FhirSystems.CONDITION_CLINICAL, clinical));
    }
    if (verification != null) {
      condition.setVerificationStatus(code(FhirSystems.CONDITION_VERIFICATION, verification));
    }
    return condition;
  }

  /** A form that was filled in during the visit. */
  static QuestionnaireResponse form(QuestionnaireResponseStatus status) {
    QuestionnaireResponse form = new QuestionnaireResponse();
    form.setStatus(status);
    form.setSubject(new Reference("Patient/p1"));
    form.setAuthoredElement(new DateTimeType(Visits.DAY + "T09:00:00Z"));
    return form;
  }

  /** An item with an answer, or without when the value is null. */
  static QuestionnaireResponseItemComponent item(String linkId, Type value) {
    QuestionnaireResponseItemComponent item = new QuestionnaireResponseItemComponent();
    item.setLinkId(linkId);
    if (value != null) {
      item.addAnswer().setValue(value);
    }
    return item;
  }

  private Records() {}
}
