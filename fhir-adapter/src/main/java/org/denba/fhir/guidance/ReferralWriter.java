package org.denba.fhir.guidance;

import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.TriageResult.Referral;
import org.denba.fhir.mapping.FhirSystems;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/**
 * The referral. It is proposed at once, also while other questions are open: departure must not
 * wait for them.
 */
final class ReferralWriter {

  private static final String PATIENT_REFERRAL = "3457005";

  private ReferralWriter() {}

  static ServiceRequest write(Referral referral, Answer answer) {
    ServiceRequest request = new ServiceRequest();
    request.setStatus(ServiceRequestStatus.ACTIVE);
    request.setIntent(ServiceRequestIntent.PROPOSAL);
    request.setPriority(priority(referral.urgency()));
    request.setCode(
        new CodeableConcept(new Coding(FhirSystems.SNOMED, PATIENT_REFERRAL, "Patient referral"))
            .addCoding(new Coding(FhirSystems.URGENCY, referral.urgency().code(), null))
            .setText(referral.text()));
    request.setSubject(answer.subject());
    request.setEncounter(answer.encounter());
    request.setAuthoredOnElement(answer.date());
    referral
        .reasons()
        .forEach(
            row ->
                request.addReasonCode(
                    new CodeableConcept(new Coding(FhirSystems.RULE, row, null))));
    answer.conditions(referral.reasons()).forEach(request::addReasonReference);
    if (referral.destination() != null) {
      request.addLocationCode(new CodeableConcept().setText(referral.destination()));
    }
    request.addNote(new Annotation().setText(referral.text()));
    return request;
  }

  /** Urgent referral leaves now; the other one within a day or two, which FHIR calls urgent. */
  private static ServiceRequestPriority priority(Urgency urgency) {
    return switch (urgency) {
      case REFER_URGENT -> ServiceRequestPriority.STAT;
      case REFER_NONURGENT -> ServiceRequestPriority.URGENT;
      default -> ServiceRequestPriority.ROUTINE;
    };
  }
}
