package org.denba.fhir.problem;

/**
 * A body that is not what its media type says, such as truncated JSON; the message tells the client
 * where.
 */
public class UnreadableBodyException extends ProblemException {

  private static final long serialVersionUID = 1L;

  public UnreadableBodyException(String message) {
    super(ProblemKind.UNREADABLE, message);
  }
}
