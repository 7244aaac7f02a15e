package org.denba.fhir.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.denba.engine.triage.RequestError;
import org.denba.fhir.guidance.Issues;
import org.denba.fhir.mapping.FhirFormat;
import org.denba.fhir.mapping.FhirParser;
import org.denba.fhir.mapping.UnreadableFhirException;
import org.denba.fhir.problem.Failures;
import org.denba.fhir.problem.Problem;
import org.denba.fhir.problem.ProblemKind;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers every FHIR call that failed with an OperationOutcome, in the format that the client
 * reads.
 */
@RestControllerAdvice(assignableTypes = FhirController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class FhirFailureAdvice {

  private final FhirParser parser;

  FhirFailureAdvice(FhirParser parser) {
    this.parser = parser;
  }

  @ExceptionHandler
  ResponseEntity<byte[]> unreadable(UnreadableFhirException failure, HttpServletRequest request) {
    return answer(ProblemKind.UNREADABLE.status(), errors(failure.errors()), request);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> failed(Exception failure, HttpServletRequest request) {
    Problem problem = Failures.problem(failure);
    OperationOutcome outcome =
        problem.errors().isEmpty()
            ? Issues.error(
                type(problem.status()), problem.code(), problem.title() + ": " + problem.detail())
            : errors(problem.errors());
    return answer(problem.status(), outcome, request);
  }

  private static OperationOutcome errors(List<RequestError> errors) {
    return Issues.errors(errors, UnaryOperator.identity());
  }

  private ResponseEntity<byte[]> answer(
      int status, OperationOutcome outcome, HttpServletRequest request) {
    FhirFormat format = Negotiation.outForError(request);
    HttpHeaders headers = new HttpHeaders();
    if (status == ProblemKind.METHOD_NOT_ALLOWED.status()) {
      headers.setAllow(
          Set.of(request.getRequestURI().endsWith("metadata") ? HttpMethod.GET : HttpMethod.POST));
    }
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(FhirController.type(format))
        .body(parser.write(outcome, format));
  }

  private static IssueType type(int status) {
    return switch (status) {
      case 404 -> IssueType.NOTFOUND;
      case 405, 406, 415 -> IssueType.NOTSUPPORTED;
      case 413 -> IssueType.TOOLONG;
      case 503 -> IssueType.TRANSIENT;
      case 500 -> IssueType.EXCEPTION;
      default -> IssueType.PROCESSING;
    };
  }
}
