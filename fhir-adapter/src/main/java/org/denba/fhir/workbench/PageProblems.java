package org.denba.fhir.workbench;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.denba.fhir.problem.Failures;
import org.denba.fhir.problem.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What goes wrong on a page is said on a page: the same words as the JSON door, never a trace. */
@ControllerAdvice(annotations = WorkbenchPage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {

  private final PageFrames frames;

  PageProblems(PageFrames frames) {
    this.frames = frames;
  }

  @ExceptionHandler(Exception.class)
  ModelAndView failed(Exception failure, HttpServletRequest request, Locale locale) {
    return page(Failures.problem(failure), frames, request, locale);
  }

  /** The page that says what went wrong. */
  static ModelAndView page(
      Problem problem, PageFrames frames, HttpServletRequest request, Locale locale) {
    ModelAndView page = new ModelAndView("problem");
    page.setStatus(HttpStatusCode.valueOf(problem.status()));
    page.addObject(PageFrames.FRAME, frames.frame(request, locale));
    page.addObject("problem", problem);
    return page;
  }
}
