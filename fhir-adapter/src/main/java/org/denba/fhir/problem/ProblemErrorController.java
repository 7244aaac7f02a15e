package org.denba.fhir.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for the errors that arise outside any controller, in place of the framework's page. */
@Hidden
@RestController
class ProblemErrorController implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<byte[]> error(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    ProblemKind kind = ProblemKind.ofStatus(status instanceof Integer code ? code : 404);
    return ResponseEntity.status(kind.status())
        .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
        .body(ProblemJson.write(Problem.of(kind, "check the request against /v3/api-docs")));
  }
}
