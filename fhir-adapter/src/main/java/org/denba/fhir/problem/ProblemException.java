package org.denba.fhir.problem;

/** A call that cannot be answered; the message is written for the client that made it. */
public class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemKind kind;

  public ProblemException(ProblemKind kind, String detail) {
    super(detail);
    this.kind = kind;
  }

  public ProblemKind kind() {
    return kind;
  }

  public Problem problem() {
    return Problem.of(kind, getMessage());
  }
}
