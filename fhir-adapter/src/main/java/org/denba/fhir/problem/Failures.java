package org.denba.fhir.problem;

import java.io.IOException;
import java.util.UUID;
import org.denba.engine.triage.InvalidRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.ErrorResponse;

/** Turns whatever stopped a call into the problem that its client is told. */
public final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  public static Problem problem(Throwable failure) {
    if (failure instanceof InvalidRequestException invalid) {
      return Problem.invalid(invalid.errors());
    }
    if (failure instanceof ProblemException known) {
      return known.problem();
    }
    if (failure instanceof IOException) {
      // The connection broke while a body was read or an answer written: no fault, and hardly
      // anybody left to tell.
      return Problem.of(
          ProblemKind.BAD_REQUEST, "the connection broke off: send the request again");
    }
    return unexpected(failure);
  }

  /** What the framework refused by itself, such as an address that there is not. */
  public static Problem refused(ErrorResponse response) {
    ProblemKind kind = ProblemKind.ofStatus(response.getStatusCode().value());
    String detail =
        kind == ProblemKind.NOT_FOUND
            ? "check the address; /v3/api-docs describes the ones that there are"
            : "check the request against /v3/api-docs";
    return Problem.of(kind, detail);
  }

  /**
   * A fault of our own. The log gets where it happened and not the messages, which may hold what a
   * client sent about a patient; the client gets a reference to that log entry.
   */
  private static Problem unexpected(Throwable failure) {
    String reference = UUID.randomUUID().toString();
    LOG.error("failure {} {}", reference, new StackOnly(failure).text());
    return Problem.of(
        ProblemKind.INTERNAL,
        "this is a fault of the service; report it with the reference " + reference);
  }
}
