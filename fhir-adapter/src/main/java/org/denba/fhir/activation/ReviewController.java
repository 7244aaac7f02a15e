package org.denba.fhir.activation;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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

/** The doors through which proposed changes are read, let through and sent back by programs. */
@RestController
@Hidden
class ReviewController {

  static final String CHANGES = "/protocols/changes";

  private final ChangeReviews reviews;
  private final ManagementRequests requests;

  ReviewController(ChangeReviews reviews, ManagementRequests requests) {
    this.reviews = reviews;
    this.requests = requests;
  }

  /**
   * A change as clients see it.
   *
   * @param state {@code waiting}, {@code activated} or {@code sent-back}
   * @param base the version that was active when it was proposed; 0 for built-in rules
   * @param reviewer who decided, or null
   * @param comment why, or null
   * @param decided when, or null
   * @param version the version that it became, or null
   */
  record View(
      String id,
      String state,
      String digest,
      String overlay,
      String author,
      String reason,
      String time,
      int base,
      String reviewer,
      String comment,
      String decided,
      Integer version,
      boolean survivesRestart,
      List<ActivationView.Step> steps) {}

  @GetMapping(CHANGES)
  ResponseEntity<byte[]> all() {
    return ManagementAnswer.of(HttpStatus.OK, reviews.all().stream().map(this::view).toList());
  }

  @GetMapping(CHANGES + "/{id}")
  ResponseEntity<byte[]> one(@PathVariable String id) {
    return ManagementAnswer.of(HttpStatus.OK, view(found(id)));
  }

  @GetMapping(CHANGES + "/{id}/impact")
  ResponseEntity<byte[]> impact(@PathVariable String id, HttpServletRequest request) {
    return ImpactAnswer.of(reviews.impact(found(id)), request);
  }

  @PostMapping(path = CHANGES + "/{id}/approve", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> approve(@PathVariable String id, HttpServletRequest request) {
    ManagementRequests.Decision decision =
        requests.decision(ManagementRequests.body(request), true);
    ActivationView begun =
        reviews.approve(id, decision.reviewer(), decision.comment(), decision.impact());
    return ManagementAnswer.begun(
        reviews.await(begun.id(), ManagementRequests.patience(request)).orElse(begun));
  }

  @PostMapping(path = CHANGES + "/{id}/send-back", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> sendBack(@PathVariable String id, HttpServletRequest request) {
    ManagementRequests.Decision decision =
        requests.decision(ManagementRequests.body(request), false);
    return ManagementAnswer.of(
        HttpStatus.OK, view(reviews.sendBack(id, decision.reviewer(), decision.comment())));
  }

  private ProposedChange found(String id) {
    return reviews
        .find(id)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemKind.NOT_FOUND,
                    "there is no change " + Quoted.of(id) + ": see GET " + CHANGES));
  }

  private View view(ProposedChange change) {
    ProposedChange.Decision decision = change.decision();
    boolean decided = decision != null;
    return new View(
        change.id(),
        change.state().code(),
        change.digest(),
        change.overlay(),
        change.author(),
        change.reason(),
        change.time().toString(),
        change.base(),
        decided ? decision.reviewer() : null,
        decided ? decision.comment() : null,
        decided ? decision.time().toString() : null,
        decided && decision.version() > 0 ? decision.version() : null,
        reviews.survivesRestart(),
        change.steps().stream().map(ActivationView.Step::of).toList());
  }
}
