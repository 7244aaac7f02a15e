package org.denba.fhir.activation;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.denba.fhir.impact.ImpactPage;
import org.denba.fhir.protocols.LanguageTag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An impact as the client wants it: a page for who asks for HTML, else JSON. */
final class ImpactAnswer {

  /** The page holds its own style and its own picture, and loads nothing. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private static final List<String> LANGUAGES = List.of(LanguageTag.DEFAULT, "fr");

  private ImpactAnswer() {}

  static ResponseEntity<byte[]> of(ImpactOfChange impact, HttpServletRequest request) {
    if (!wantsPage(request.getHeader(HttpHeaders.ACCEPT))) {
      return ManagementAnswer.of(HttpStatus.OK, ImpactView.of(impact));
    }
    String language =
        LanguageTag.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), LANGUAGES);
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_LANGUAGE, language)
        .header("Content-Security-Policy", POLICY)
        .body(
            new ImpactPage(language)
                .of(impact.report(language), impact.source())
                .getBytes(StandardCharsets.UTF_8));
  }

  /** A browser names HTML first; a program that names nothing wants JSON. */
  private static boolean wantsPage(String accept) {
    return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
  }
}
