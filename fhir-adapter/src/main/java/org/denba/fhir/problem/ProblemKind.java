package org.denba.fhir.problem;

/** Why a call was not answered, and the HTTP status that says so. */
public enum ProblemKind {
  BAD_REQUEST(400, "bad-request", "The request cannot be read"),
  UNREADABLE(400, "unreadable", "The body cannot be parsed"),
  FORBIDDEN(403, "forbidden", "This is not open to everybody"),
  NOT_FOUND(404, "not-found", "There is nothing here"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed", "This address does not take that method"),
  NOT_ACCEPTABLE(406, "not-acceptable", "None of the accepted media types can be given"),
  TIMEOUT(408, "timeout", "The body did not arrive in time"),
  CONFLICT(409, "conflict", "This cannot be done at the moment"),
  TOO_LARGE(413, "too-large", "The body is too large"),
  WRONG_MEDIA_TYPE(415, "wrong-media-type", "The body is of a media type that is not taken here"),
  INVALID(422, "invalid-request", "The request was understood and cannot be evaluated"),
  INTERNAL(500, "internal", "The service failed"),
  NO_RULES(503, "no-rules", "No rules are loaded"),
  BUSY(503, "busy", "The service is busy");

  private static final String BASE = "http://denba.org/problems/";

  private final int status;
  private final String code;
  private final String title;

  ProblemKind(int status, String code, String title) {
    this.status = status;
    this.code = code;
    this.title = title;
  }

  public int status() {
    return status;
  }

  /** A URI that names the kind and stays the same. */
  public String type() {
    return BASE + code;
  }

  public String title() {
    return title;
  }

  /** The kind for a status that the web server chose. */
  static ProblemKind ofStatus(int status) {
    for (ProblemKind kind : values()) {
      if (kind.status == status) {
        return kind;
      }
    }
    return status >= 500 ? INTERNAL : BAD_REQUEST;
  }
}
