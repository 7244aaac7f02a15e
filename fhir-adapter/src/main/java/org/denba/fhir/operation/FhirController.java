package org.denba.fhir.operation;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.denba.fhir.mapping.FhirFormat;
import org.denba.fhir.mapping.FhirParser;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;
import org.denba.fhir.triage.RequestBodies;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** FHIR R4: {@code POST /fhir/$triage} and {@code GET /fhir/metadata}. */
@RestController
@Tag(name = "fhir")
class FhirController {

  private final FhirTriage triage;
  private final Capabilities capabilities;
  private final FhirParser parser;
  private final FhirProperties properties;

  FhirController(
      FhirTriage triage, Capabilities capabilities, FhirParser parser, FhirProperties properties) {
    this.triage = triage;
    this.capabilities = capabilities;
    this.parser = parser;
    this.properties = properties;
  }

  @Operation(
      operationId = "fhirTriage",
      summary = "Triage one encounter: a FHIR R4 Bundle or Parameters in, a Bundle out")
  @PostMapping("/fhir/$triage")
  ResponseEntity<byte[]> triage(HttpServletRequest request) throws IOException {
    FhirFormat in = Negotiation.in(request);
    FhirFormat out = Negotiation.out(request);
    byte[] body = RequestBodies.read(request, (int) properties.body().toBytes());
    FhirTriage.Answer answer =
        triage.triage(body, in, out, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    return ResponseEntity.ok()
        .contentType(type(out))
        .header(HttpHeaders.CONTENT_LANGUAGE, answer.language())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(answer.body());
  }

  @Operation(operationId = "fhirMetadata", summary = "What this FHIR service can do")
  @GetMapping("/fhir/metadata")
  ResponseEntity<byte[]> metadata(HttpServletRequest request) {
    FhirFormat out = Negotiation.out(request);
    return ResponseEntity.ok()
        .contentType(type(out))
        .body(parser.write(capabilities.statement(), out));
  }

  @Hidden
  @RequestMapping({"/fhir/$triage", "/fhir/metadata"})
  ResponseEntity<byte[]> wrongMethod(HttpServletRequest request) {
    throw new ProblemException(
        ProblemKind.METHOD_NOT_ALLOWED, "use POST /fhir/$triage or GET /fhir/metadata");
  }

  @Hidden
  @RequestMapping({"/fhir", "/fhir/**"})
  ResponseEntity<byte[]> nothingHere(HttpServletRequest request) {
    throw new ProblemException(
        ProblemKind.NOT_FOUND, "use POST /fhir/$triage or GET /fhir/metadata");
  }

  static MediaType type(FhirFormat format) {
    return MediaType.parseMediaType(format.mediaType() + ";charset=UTF-8");
  }
}
