package org.denba.fhir.guidance;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.denba.engine.triage.RequestError;
import org.denba.engine.triage.Warning;
import org.denba.fhir.mapping.FhirSystems;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;

/**
 * Writes warnings and errors as OperationOutcomes: code, words, and where in the request as
 * FHIRPath.
 */
public final class Issues {

  /**
   * FHIR's issue type by our code, where there is a closer one than {@code processing} or {@code
   * informational}.
   */
  private static final Map<String, IssueType> TYPES =
      Map.of(
          "not-fhir", IssueType.STRUCTURE,
          "not-json", IssueType.STRUCTURE,
          "not-utf-8", IssueType.STRUCTURE,
          "doctype", IssueType.STRUCTURE,
          "invalid-value", IssueType.VALUE,
          "out-of-range", IssueType.VALUE,
          "unknown-code", IssueType.CODEINVALID,
          "unknown-finding", IssueType.CODEINVALID,
          "duplicate-different", IssueType.CONFLICT,
          "contradiction", IssueType.CONFLICT);

  private Issues() {}

  /** The warnings of an answer. */
  static OperationOutcome warnings(List<Warning> warnings, UnaryOperator<String> expression) {
    OperationOutcome outcome = new OperationOutcome();
    for (Warning warning : warnings) {
      IssueType type = TYPES.getOrDefault(warning.code(), IssueType.INFORMATIONAL);
      add(
          outcome,
          IssueSeverity.WARNING,
          type,
          warning.code(),
          warning.message(),
          expression.apply(warning.path()));
    }
    return outcome;
  }

  /** The reasons why there is no answer. */
  public static OperationOutcome errors(
      List<RequestError> errors, UnaryOperator<String> expression) {
    OperationOutcome outcome = new OperationOutcome();
    for (RequestError error : errors) {
      IssueType type = TYPES.getOrDefault(error.code(), IssueType.PROCESSING);
      add(
          outcome,
          IssueSeverity.ERROR,
          type,
          error.code(),
          error.message(),
          expression.apply(error.path()));
    }
    return outcome;
  }

  /** One error that is about the call and not about its content. */
  public static OperationOutcome error(IssueType type, String code, String message) {
    OperationOutcome outcome = new OperationOutcome();
    add(outcome, IssueSeverity.ERROR, type, code, message, null);
    return outcome;
  }

  private static void add(
      OperationOutcome outcome,
      IssueSeverity severity,
      IssueType type,
      String code,
      String message,
      String expression) {
    OperationOutcomeIssueComponent issue = outcome.addIssue();
    issue.setSeverity(severity);
    issue.setCode(type);
    issue.setDetails(
        new CodeableConcept(new Coding(FhirSystems.ISSUE, code, null)).setText(message));
    issue.setDiagnostics(message);
    if (expression != null) {
      issue.addExpression(expression);
    }
  }
}
