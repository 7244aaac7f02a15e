package org.denba.engine.triage;

import java.util.List;
import java.util.stream.Collectors;

/** A request that was understood but cannot be evaluated; it carries every reason at once. */
public class InvalidRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<RequestError> errors;

  public InvalidRequestException(List<RequestError> errors) {
    super(
        errors.stream().map(e -> e.path() + ": " + e.message()).collect(Collectors.joining("; ")));
    this.errors = List.copyOf(errors);
  }

  public InvalidRequestException(String path, String code, String message) {
    this(List.of(new RequestError(path, code, message)));
  }

  public List<RequestError> errors() {
    return errors;
  }
}
