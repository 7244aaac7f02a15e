package org.denba.fhir.guidance;

import java.util.List;
import org.denba.engine.triage.TriageResult.Recommendation;
import org.denba.fhir.mapping.FhirSystems;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * What is to be done besides medicines: a Task per follow-up, a CommunicationRequest per advice,
 * everything else as an activity of the CarePlan, which also names all the others in order.
 */
final class CarePlanWriter {

  private static final String FOLLOW_UP = "follow-up";
  private static final List<String> ADVICE = List.of("counselling", "return-immediately");

  private CarePlanWriter() {}

  static boolean isFollowUp(Recommendation recommendation) {
    return recommendation.kind().equals(FOLLOW_UP);
  }

  static boolean isAdvice(Recommendation recommendation) {
    return ADVICE.contains(recommendation.kind());
  }

  static CarePlan plan(Answer answer) {
    CarePlan plan = new CarePlan();
    plan.setStatus(answer.settled() ? CarePlanStatus.ACTIVE : CarePlanStatus.DRAFT);
    plan.setIntent(CarePlanIntent.PROPOSAL);
    plan.setDescription(answer.result().summary());
    plan.setSubject(answer.subject());
    plan.setEncounter(answer.encounter());
    plan.setCreatedElement(answer.date());
    return plan;
  }

  static void activity(CarePlan plan, String url) {
    plan.addActivity().setReference(new Reference(url));
  }

  /** An action without a resource of its own. */
  static void activity(CarePlan plan, Recommendation recommendation, Answer answer) {
    CarePlanActivityDetailComponent detail = plan.addActivity().getDetail();
    detail.setStatus(CarePlanActivityStatus.NOTSTARTED);
    detail.setCode(code(recommendation));
    detail.setDescription(recommendation.text());
    answer.conditions(recommendation.because()).forEach(detail::addReasonReference);
    recommendation.because().forEach(row -> detail.addReasonCode(rule(row)));
  }

  static Task task(Recommendation followUp, Answer answer) {
    Task task = new Task();
    task.setStatus(followUp.finalAdvice() ? TaskStatus.REQUESTED : TaskStatus.DRAFT);
    task.setIntent(TaskIntent.PROPOSAL);
    task.setCode(code(followUp));
    task.setDescription(followUp.text());
    task.setFor(answer.subject());
    task.setEncounter(answer.encounter());
    task.setAuthoredOnElement(answer.date());
    if (followUp.due() != null) {
      task.getRestriction().getPeriod().setEndElement(new DateTimeType(followUp.due().toString()));
    }
    followUp.because().stream().findFirst().ifPresent(row -> task.setReasonCode(rule(row)));
    answer.conditions(followUp.because()).stream().findFirst().ifPresent(task::setReasonReference);
    return task;
  }

  static CommunicationRequest advice(Recommendation advice, Answer answer) {
    CommunicationRequest request = new CommunicationRequest();
    request.setStatus(
        advice.finalAdvice()
            ? CommunicationRequestStatus.ACTIVE
            : CommunicationRequestStatus.DRAFT);
    request.addCategory(
        new CodeableConcept(new Coding(FhirSystems.RECOMMENDATION_KIND, advice.kind(), null)));
    request.setSubject(answer.subject());
    request.setEncounter(answer.encounter());
    request.addPayload().setContent(new StringType(advice.text()));
    request.setAuthoredOnElement(answer.date());
    advice.because().forEach(row -> request.addReasonCode(rule(row)));
    answer.conditions(advice.because()).forEach(request::addReasonReference);
    return request;
  }

  private static CodeableConcept code(Recommendation recommendation) {
    return new CodeableConcept(new Coding(FhirSystems.RECOMMENDATION, recommendation.id(), null))
        .addCoding(new Coding(FhirSystems.RECOMMENDATION_KIND, recommendation.kind(), null));
  }

  private static CodeableConcept rule(String row) {
    return new CodeableConcept(new Coding(FhirSystems.RULE, row, null));
  }
}
