package org.denba.fhir.live;

import io.swagger.v3.oas.annotations.Hidden;
import org.denba.fhir.json.AnswerJson;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.protocols.LanguageTag;
import org.denba.fhir.workbench.RulesViews;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /live/counts}: the live view for programs, such as a district's dashboard. */
@RestController
@Hidden
class LiveController {

  private static final AnswerJson JSON = new AnswerJson();

  private final LiveReports reports;
  private final ActiveRules active;
  private final RulesViews views;

  LiveController(LiveReports reports, ActiveRules active, RulesViews views) {
    this.reports = reports;
    this.active = active;
    this.views = views;
  }

  @GetMapping(path = "/live/counts", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> counts() {
    LiveReport report = reports.report(views.of(active.required()).protocols(LanguageTag.DEFAULT));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(JSON.write(report));
  }
}
