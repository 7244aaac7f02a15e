package org.denba.fhir.guidance;

import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Status;
import org.denba.fhir.mapping.FhirSystems;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentPredictionComponent;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;

/**
 * The second entry: the triage. The first prediction is the highest urgency that is proved, the
 * second the highest that is not ruled out, then follow the classifications that are not ruled out.
 */
final class RiskAssessmentWriter {

  private RiskAssessmentWriter() {}

  static RiskAssessment write(Answer answer) {
    TriageResult result = answer.result();
    RiskAssessment risk = new RiskAssessment();
    risk.setStatus(
        answer.settled() ? RiskAssessmentStatus.FINAL : RiskAssessmentStatus.PRELIMINARY);
    risk.setMethod(
        new CodeableConcept().setText(result.protocol().id() + " " + result.protocol().version()));
    risk.setSubject(answer.subject());
    risk.setEncounter(answer.encounter());
    risk.setOccurrence(answer.date());
    risk.addPrediction(urgency(result.urgency(), Status.PROVED));
    risk.addPrediction(urgency(result.couldBe(), Status.NOT_RULED_OUT));
    for (Classification classification : result.classifications()) {
      if (classification.status() == Status.NOT_RULED_OUT) {
        risk.addPrediction(open(classification));
      }
    }
    risk.setMitigation(result.summary());
    if (result.protocol().approvalText() != null) {
      risk.addNote(new Annotation().setText(result.protocol().approvalText()));
    }
    return risk;
  }

  private static RiskAssessmentPredictionComponent urgency(Urgency urgency, Status status) {
    return new RiskAssessmentPredictionComponent()
        .setOutcome(new CodeableConcept(new Coding(FhirSystems.URGENCY, urgency.code(), null)))
        .setQualitativeRisk(status(status));
  }

  private static RiskAssessmentPredictionComponent open(Classification classification) {
    return new RiskAssessmentPredictionComponent()
        .setOutcome(ConditionWriter.code(classification))
        .setQualitativeRisk(status(Status.NOT_RULED_OUT));
  }

  private static CodeableConcept status(Status status) {
    return new CodeableConcept(new Coding(FhirSystems.TRIAGE_STATUS, status.code(), null));
  }
}
