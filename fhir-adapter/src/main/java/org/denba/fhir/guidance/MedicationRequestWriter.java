package org.denba.fhir.guidance;

import java.util.List;
import org.denba.engine.dosing.Dose;
import org.denba.engine.triage.TriageResult.Recommendation;
import org.denba.fhir.mapping.FhirSystems;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestPriority;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;

/**
 * One MedicationRequest per medicine: a draft until the answer is settled, then a proposal to give
 * it. What is given before an urgent referral is never a draft: departure does not wait for open
 * questions.
 */
final class MedicationRequestWriter {

  private static final String PRE_REFERRAL = "pre-referral-treatment";

  private final DosageWriter dosage;

  MedicationRequestWriter(DosageWriter dosage) {
    this.dosage = dosage;
  }

  /** Whether this is a medicine: it has a dose, or lacks only what the dose is calculated from. */
  static boolean isMedicine(Recommendation recommendation) {
    return recommendation.dose() != null || !recommendation.doseMissing().isEmpty();
  }

  /**
   * @param medicines every medicine of the answer, in order
   */
  MedicationRequest write(
      Recommendation recommendation, List<Recommendation> medicines, Answer answer) {
    Dose dose = recommendation.dose();
    MedicationRequest request = new MedicationRequest();
    boolean now = recommendation.kind().equals(PRE_REFERRAL);
    request.setStatus(
        recommendation.finalAdvice() || now
            ? MedicationRequestStatus.ACTIVE
            : MedicationRequestStatus.DRAFT);
    request.setIntent(MedicationRequestIntent.PROPOSAL);
    request.addCategory(
        new CodeableConcept(
            new Coding(FhirSystems.RECOMMENDATION_KIND, recommendation.kind(), null)));
    request.setPriority(now ? MedicationRequestPriority.STAT : MedicationRequestPriority.ROUTINE);
    request.setMedication(medication(recommendation));
    request.setSubject(answer.subject());
    request.setEncounter(answer.encounter());
    request.setAuthoredOnElement(answer.date());
    recommendation
        .because()
        .forEach(
            row ->
                request.addReasonCode(
                    new CodeableConcept(new Coding(FhirSystems.RULE, row, null))));
    answer.conditions(recommendation.because()).forEach(request::addReasonReference);
    note(request, recommendation.text());
    recommendation.notes().forEach(n -> note(request, n));
    if (dose != null) {
      note(request, dose.note());
      note(request, dose.basis());
      note(request, dose.arithmetic());
      dosage.write(dose, request);
    }
    note(request, recommendation.source());
    if (recommendation.alternativeTo() != null) {
      alternative(recommendation.alternativeTo(), medicines, answer, request);
    }
    return request;
  }

  /** Says instead of which other medicine this one is given: one of the two, never both. */
  private static void alternative(
      String other, List<Recommendation> medicines, Answer answer, MedicationRequest request) {
    for (int i = 0; i < medicines.size(); i++) {
      Recommendation first = medicines.get(i);
      if (first.id().equals(other)) {
        String name =
            first.dose() == null || first.dose().medicationName() == null
                ? first.text()
                : first.dose().medicationName();
        request.addExtension(
            FhirSystems.ALTERNATIVE_TO, answer.names().reference("medicine", i).setDisplay(name));
        note(request, Words.get(answer.result().language(), "instead-of") + " " + name);
        return;
      }
    }
  }

  private static CodeableConcept medication(Recommendation recommendation) {
    Coding treatment = new Coding(FhirSystems.RECOMMENDATION, recommendation.id(), null);
    Dose dose = recommendation.dose();
    return dose == null || dose.medication() == null
        ? new CodeableConcept(treatment).setText(recommendation.text())
        : Answer.concept(FhirSystems.MEDICATION, dose.medication(), dose.medicationName())
            .addCoding(treatment);
  }

  private static void note(MedicationRequest request, String text) {
    if (text != null && !text.isBlank()) {
      request.addNote(new Annotation().setText(text));
    }
  }
}
