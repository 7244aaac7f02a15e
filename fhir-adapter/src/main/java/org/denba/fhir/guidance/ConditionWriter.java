package org.denba.fhir.guidance;

import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.Colour;
import org.denba.engine.triage.TriageResult.Because;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.NotDone;
import org.denba.engine.triage.TriageResult.Range;
import org.denba.fhir.mapping.FhirSystems;
import org.denba.fhir.mapping.Source;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Condition.ConditionEvidenceComponent;
import org.hl7.fhir.r4.model.Reference;

/** One Condition per proved classification, with the findings that prove it as evidence. */
final class ConditionWriter {

  private ConditionWriter() {}

  static Condition write(Classification classification, Answer answer) {
    Condition condition = new Condition();
    condition.setClinicalStatus(
        new CodeableConcept(new Coding(FhirSystems.CONDITION_CLINICAL, "active", null)));
    condition.setVerificationStatus(
        new CodeableConcept(
            new Coding(
                FhirSystems.CONDITION_VERIFICATION,
                classification.provisional() ? "provisional" : "confirmed",
                null)));
    condition.addCategory(
        new CodeableConcept(
            new Coding(FhirSystems.CONDITION_CATEGORY, "encounter-diagnosis", null)));
    if (classification.colour() != Colour.NONE) {
      condition.addCategory(
          new CodeableConcept(
              new Coding(FhirSystems.COLOUR, classification.colour().code(), null)));
    }
    condition.addCategory(
        new CodeableConcept(
            new Coding(FhirSystems.URGENCY, classification.urgency().code(), null)));
    condition.setCode(code(classification));
    condition.setSubject(answer.subject());
    condition.setEncounter(answer.encounter());
    condition.setRecordedDateElement(answer.date());
    classification.because().forEach(b -> condition.addEvidence(evidence(b, answer)));
    if (classification.source() != null) {
      condition.addNote(new Annotation().setText(classification.source()));
    }
    return condition;
  }

  /**
   * The classification and, as a second coding, the row of the clinical reference that it comes
   * from.
   */
  static CodeableConcept code(Classification classification) {
    return Answer.concept(FhirSystems.CLASSIFICATION, classification.id(), classification.label())
        .addCoding(new Coding(FhirSystems.RULE, classification.rule(), null));
  }

  private static ConditionEvidenceComponent evidence(Because because, Answer answer) {
    ConditionEvidenceComponent evidence = new ConditionEvidenceComponent();
    if (because.dataElement() == null) {
      return evidence.addCode(
          new CodeableConcept().setText(because.parameter() + " = " + because.value()));
    }
    String language = answer.result().language();
    DataElement element = answer.dictionary().element(because.dataElement()).orElse(null);
    String label = element == null ? because.dataElement() : element.label(language);
    evidence.addCode(
        new CodeableConcept(new Coding(FhirSystems.DATA_ELEMENT, because.dataElement(), label))
            .setText(label + ": " + value(because, element, answer)));
    Source source = answer.request().sources().get(because.dataElement());
    if (source != null && source.reference() != null) {
      evidence.addDetail(new Reference(source.reference()));
    }
    return evidence;
  }

  /** The value in signs and names that need no translation. */
  private static String value(Because because, DataElement element, Answer answer) {
    Object value = because.value();
    if (value instanceof Boolean yes) {
      return yes ? "+" : "−";
    }
    if (value instanceof Range range) {
      return range.low() + "–" + range.high() + unit(because);
    }
    if (value instanceof NotDone notDone) {
      return notDone.notDone();
    }
    if (value instanceof String code && element != null) {
      return answer.dictionary().valueLabel(element, code, answer.result().language());
    }
    return value + unit(because);
  }

  private static String unit(Because because) {
    return because.unit() == null || because.unit().isEmpty() ? "" : " " + because.unit();
  }
}
