package org.denba.fhir.problem;

import java.util.List;
import org.denba.engine.triage.RequestError;

/**
 * A problem document as RFC 9457 has it.
 *
 * @param type URI of the kind of problem
 * @param title what kind of problem it is
 * @param status HTTP status
 * @param detail what is wrong with this call and what to do
 * @param errors each place in the request that is wrong
 */
public record Problem(
    String type, String title, int status, String detail, List<RequestError> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
  }

  public static Problem of(ProblemKind kind, String detail) {
    return new Problem(kind.type(), kind.title(), kind.status(), detail, List.of());
  }

  /** The last word of the kind's URI ({@code invalid-request}). */
  public String code() {
    return type.substring(type.lastIndexOf('/') + 1);
  }

  /** A request that was understood and cannot be evaluated. */
  public static Problem invalid(List<RequestError> errors) {
    String detail =
        errors.size() == 1
            ? "1 error: correct it and send the request again"
            : errors.size() + " errors: correct them and send the request again";
    ProblemKind kind = ProblemKind.INVALID;
    return new Problem(kind.type(), kind.title(), kind.status(), detail, errors);
  }
}
