package org.denba.fhir.activation;

import org.denba.fhir.json.AnswerJson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers of the management endpoints: JSON that nobody keeps. */
final class ManagementAnswer {

  private static final AnswerJson JSON = new AnswerJson();
  private static final String NOT_KEPT = "no-store";

  private ManagementAnswer() {}

  static ResponseEntity<byte[]> of(HttpStatus status, Object body) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
        .body(JSON.write(body));
  }

  /** An activation that was begun, with the address at which to ask for its end. */
  static ResponseEntity<byte[]> begun(ActivationView activation) {
    return ResponseEntity.status(activation.running() ? HttpStatus.ACCEPTED : HttpStatus.OK)
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.LOCATION, ActivationController.ACTIVATIONS + "/" + activation.id())
        .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
        .body(JSON.write(activation));
  }
}
