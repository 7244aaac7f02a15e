package org.denba.fhir.activation;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.denba.engine.approval.ProtocolApproval;
import org.denba.fhir.finding.Quoted;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The doors through which rules are activated, taken back and approved. */
@RestController
@Hidden
class ActivationController {

  static final String ACTIVATE = "/protocols/activate";
  static final String ACTIVATIONS = "/protocols/activations";
  static final String ROLLBACK = "/protocols/rollback";
  static final String VERSIONS = "/protocols/versions";
  static final String APPROVALS = "/protocols/approvals";

  private final Activator activator;
  private final Approving approving;
  private final ManagementRequests requests;
  private final Clock clock;

  ActivationController(
      Activator activator, Approving approving, ManagementRequests requests, Clock clock) {
    this.activator = activator;
    this.approving = approving;
    this.requests = requests;
    this.clock = clock;
  }

  @PostMapping(path = ACTIVATE, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> activate(HttpServletRequest request) {
    return begun(activator.activate(requests.activate(body(request))), request);
  }

  @PostMapping(path = ROLLBACK, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> rollback(HttpServletRequest request) {
    ManagementRequests.Rollback asked = requests.rollback(body(request));
    Version version =
        activator
            .versions()
            .find(asked.version())
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemKind.NOT_FOUND,
                        "there is no version "
                            + Quoted.of(asked.version())
                            + ": see GET "
                            + VERSIONS));
    if (!Objects.equals(version.overlay(), activator.options().overlay())) {
      throw new ProblemException(
          ProblemKind.CONFLICT,
          "version "
              + version.number()
              + " was verified with "
              + (version.overlay() == null ? "no overlay" : "the overlay " + version.overlay())
              + ": start the service with that overlay to go back to it");
    }
    return begun(activator.rollback(version, asked.by()), request);
  }

  @PostMapping(path = APPROVALS, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> approve(HttpServletRequest request) {
    Approving.Request asked = requests.approval(body(request), LocalDate.now(clock));
    ProtocolApproval approval = approving.approve(asked);
    return ManagementAnswer.of(
        HttpStatus.CREATED,
        new ApprovalView(
            asked.protocol(),
            asked.digest(),
            approval.code(),
            asked.rows() == null ? approval.digests().size() : asked.rows().size(),
            approval.drafts()));
  }

  /**
   * What of a protocol is approved after an approval.
   *
   * @param approved how many rows this approval was for
   * @param drafts the rows that nobody approved as they are
   */
  record ApprovalView(
      String protocol, String digest, String approval, int approved, List<String> drafts) {}

  @GetMapping(ACTIVATIONS)
  ResponseEntity<byte[]> activations() {
    return ManagementAnswer.of(HttpStatus.OK, activator.recent().stream().map(this::view).toList());
  }

  @GetMapping(ACTIVATIONS + "/{id}")
  ResponseEntity<byte[]> activation(@PathVariable String id) {
    return ManagementAnswer.of(HttpStatus.OK, view(found(id)));
  }

  @GetMapping(ACTIVATIONS + "/{id}/impact")
  ResponseEntity<byte[]> impact(@PathVariable String id, HttpServletRequest request) {
    Activation activation = found(id);
    if (activation.impact() == null) {
      StepResult last = activation.last();
      throw new ProblemException(
          ProblemKind.CONFLICT,
          "activation "
              + activation.id()
              + " has compared nothing: it is "
              + activation.outcome().code()
              + (last == null ? "" : ", the last step was " + last.name() + ": " + last.summary()));
    }
    return ImpactAnswer.of(activation.impact(), request);
  }

  private Activation found(String id) {
    return activator
        .find(id)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemKind.NOT_FOUND,
                    "there is no activation "
                        + Quoted.of(id)
                        + ", or it is too long ago: see GET "
                        + ACTIVATIONS));
  }

  @GetMapping(VERSIONS)
  ResponseEntity<byte[]> versions() {
    return ManagementAnswer.of(HttpStatus.OK, VersionsView.of(activator));
  }

  private ResponseEntity<byte[]> begun(Activation activation, HttpServletRequest request) {
    return ManagementAnswer.begun(
        activation.await(ManagementRequests.patience(request), activator.versions().durable()));
  }

  private JsonNode body(HttpServletRequest request) {
    return ManagementRequests.body(request);
  }

  private ActivationView view(Activation activation) {
    return activation.view(activator.versions().durable());
  }
}
