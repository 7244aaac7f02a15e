package org.denba.fhir.mapping;

import java.util.List;
import java.util.stream.Collectors;
import org.denba.engine.triage.RequestError;

/** A body that is not FHIR R4 in the format it claims to be. Messages name places, never values. */
public class UnreadableFhirException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<RequestError> errors;

  public UnreadableFhirException(List<RequestError> errors) {
    super(errors.stream().map(RequestError::message).collect(Collectors.joining("; ")));
    this.errors = List.copyOf(errors);
  }

  public UnreadableFhirException(String code, String message) {
    this(List.of(new RequestError(null, code, message)));
  }

  public List<RequestError> errors() {
    return errors;
  }
}
