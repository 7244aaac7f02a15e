package org.denba.fhir.guidance;

import org.denba.engine.dictionary.DataElement;
import org.denba.engine.triage.TriageResult.Question;
import org.denba.fhir.mapping.FhirSystems;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DataRequirement;
import org.hl7.fhir.r4.model.DataRequirement.DataRequirementCodeFilterComponent;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.GuidanceResponse.GuidanceResponseStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;

/**
 * The first entry: whether the answer is settled, the one safe sentence, and what is still to
 * assess, in order. A question names its data element in our code system and in LOINC and SNOMED CT
 * where the dictionary has a code; which rows it could change stands in the JSON answer only, since
 * a hundred extensions would cost as much as everything else.
 */
final class GuidanceResponseWriter {

  private GuidanceResponseWriter() {}

  /**
   * @param hasCarePlan whether the answer has a CarePlan
   * @param hasOutcome whether the answer has an OperationOutcome with warnings
   */
  static GuidanceResponse write(Answer answer, boolean hasCarePlan, boolean hasOutcome) {
    GuidanceResponse response = new GuidanceResponse();
    if (answer.result().id() != null) {
      response.setRequestIdentifier(new Identifier().setValue(answer.result().id()));
    }
    response.setModule(new UriType(FhirSystems.PLAN_DEFINITION + answer.result().protocol().id()));
    response.setStatus(
        answer.settled() ? GuidanceResponseStatus.SUCCESS : GuidanceResponseStatus.DATAREQUIRED);
    response.setSubject(answer.subject());
    response.setEncounter(answer.encounter());
    response.setOccurrenceDateTimeElement(answer.date());
    response.addNote(new Annotation().setText(answer.result().summary()));
    if (hasOutcome) {
      response.addEvaluationMessage(answer.names().reference("outcome", 0));
    }
    if (hasCarePlan) {
      response.setResult(answer.names().reference("care-plan", 0));
    }
    answer
        .result()
        .stillToAssess()
        .forEach(q -> response.addDataRequirement(requirement(q, answer)));
    return response;
  }

  private static DataRequirement requirement(Question question, Answer answer) {
    DataRequirement requirement = new DataRequirement();
    requirement.setType("Observation");
    requirement.addExtension(FhirSystems.QUESTION, new StringType(question.question()));
    DataRequirementCodeFilterComponent filter = requirement.addCodeFilter();
    filter.setPath("code");
    filter.addCode(new Coding(FhirSystems.DATA_ELEMENT, question.dataElement(), question.label()));
    answer
        .dictionary()
        .element(question.dataElement())
        .ifPresent(element -> addPublic(element, filter));
    return requirement;
  }

  private static void addPublic(DataElement element, DataRequirementCodeFilterComponent filter) {
    element.loinc().forEach(code -> filter.addCode(new Coding(FhirSystems.LOINC, code, null)));
    element.snomed().forEach(code -> filter.addCode(new Coding(FhirSystems.SNOMED, code, null)));
  }
}
