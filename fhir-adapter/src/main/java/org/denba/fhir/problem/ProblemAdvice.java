package org.denba.fhir.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.denba.engine.triage.InvalidRequestException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers every call that failed with a problem document, whatever the client said it accepts. The
 * last to be asked, so that a door with an error format of its own (FHIR) comes first.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

  private static final MediaType PROBLEM = MediaType.parseMediaType(Problem.MEDIA_TYPE);

  @ExceptionHandler({InvalidRequestException.class, ProblemException.class, Exception.class})
  ResponseEntity<byte[]> failed(Exception failure) {
    if (failure instanceof ErrorResponse response) {
      return answer(Failures.refused(response), HttpHeaders.EMPTY);
    }
    return answer(Failures.problem(failure), HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> wrongMediaType(HttpMediaTypeNotSupportedException failure) {
    return answer(
        Problem.of(
            ProblemKind.WRONG_MEDIA_TYPE,
            "send the header Content-Type: " + types(failure.getSupportedMediaTypes())),
        failure.getHeaders());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> notAcceptable(HttpMediaTypeNotAcceptableException failure) {
    return answer(
        Problem.of(
            ProblemKind.NOT_ACCEPTABLE,
            "leave out the header Accept, or send Accept: "
                + types(failure.getSupportedMediaTypes())),
        HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> wrongMethod(HttpRequestMethodNotSupportedException failure) {
    return answer(
        Problem.of(
            ProblemKind.METHOD_NOT_ALLOWED,
            "use " + String.join(" or ", supported(failure.getSupportedMethods()))),
        failure.getHeaders());
  }

  private static ResponseEntity<byte[]> answer(Problem problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .contentType(PROBLEM)
        .body(ProblemJson.write(problem));
  }

  private static List<String> supported(String[] methods) {
    return methods == null ? List.of("another method") : List.of(methods);
  }

  private static String types(List<MediaType> types) {
    return types.stream().map(MediaType::toString).collect(Collectors.joining(" or "));
  }
}
