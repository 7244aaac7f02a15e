package org.denba.fhir.triage;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.denba.fhir.settings.DenbaProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /triage}: one encounter in, its answer out. */
@RestController
@Hidden
class TriageController {

  private final JsonTriage triage;
  private final DenbaProperties properties;

  TriageController(JsonTriage triage, DenbaProperties properties) {
    this.triage = triage;
    this.properties = properties;
  }

  @PostMapping(
      path = "/triage",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> triage(HttpServletRequest request) {
    byte[] body = RequestBodies.read(request, (int) properties.limits().body().toBytes());
    JsonTriage.Answer answer = triage.answer(body, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_LANGUAGE, answer.language())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(answer.json());
  }
}
