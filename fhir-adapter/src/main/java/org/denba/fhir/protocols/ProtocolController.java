package org.denba.fhir.protocols;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.fhir.finding.Quoted;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the rules say: {@code GET /protocols} and {@code GET /protocols/{id}}. */
@RestController
@Hidden
class ProtocolController {

  private final ActiveRules active;

  ProtocolController(ActiveRules active) {
    this.active = active;
  }

  @GetMapping(path = "/protocols", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> all(
      @RequestParam(required = false) String language,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String accepted) {
    LoadedRules rules = active.required();
    String chosen = language(language, accepted, rules.languages());
    return json(new ProtocolList(rules).all(chosen), chosen);
  }

  @GetMapping(path = "/protocols/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> one(
      @PathVariable String id,
      @RequestParam(required = false) String language,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String accepted) {
    LoadedRules rules = active.required();
    String chosen = language(language, accepted, rules.languages());
    return json(new ProtocolList(rules).one(id, chosen), chosen);
  }

  private static String language(String asked, String accepted, List<String> served) {
    if (asked == null) {
      return LanguageTag.preferred(accepted, served);
    }
    return LanguageTag.language(asked)
        .filter(served::contains)
        .orElseThrow(
            () ->
                new InvalidRequestException(
                    "language",
                    "unknown-language",
                    Quoted.of(asked) + ": the rules speak " + String.join(", ", served)));
  }

  private static ResponseEntity<byte[]> json(byte[] body, String language) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_LANGUAGE, language)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(body);
  }
}
