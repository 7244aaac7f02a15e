package org.denba.fhir.workbench;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.denba.fhir.problem.Failures;
import org.denba.fhir.problem.Problem;
import org.denba.fhir.problem.ProblemJson;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Shows a page to who mistypes an address in a browser. A program gets the problem document that it
 * gets everywhere.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LostVisitors {

  private final PageFrames frames;

  LostVisitors(PageFrames frames) {
    this.frames = frames;
  }

  /** A page or a problem document: only a browser names HTML among what it accepts. */
  @ExceptionHandler
  Object lost(
      NoResourceFoundException failure,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    Problem problem = Failures.refused(failure);
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
      PageHeaders.write(response);
      return PageProblems.page(problem, frames, request, locale);
    }
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
        .body(ProblemJson.write(problem));
  }
}
