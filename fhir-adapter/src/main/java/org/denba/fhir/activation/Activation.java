package org.denba.fhir.activation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One activation or rollback while it runs and after it. Safe to share between threads. */
final class Activation {

  /** How far it is. */
  enum Outcome {
    RUNNING("running"),
    /** The new version answers. */
    ACTIVE("active"),
    /** A dry run went through every step. */
    READY("ready"),
    /** A patient would become less urgent: a person has to have seen it. */
    NEEDS_ACCEPTANCE("needs-acceptance"),
    /** A step failed; the rules before are active. */
    FAILED("failed");

    private final String code;

    Outcome(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  private final String id;
  private final String how;
  private final ActivationRequest request;
  private final Instant started;
  private final List<StepResult> steps = new ArrayList<>();
  private final CountDownLatch done = new CountDownLatch(1);
  private Outcome outcome = Outcome.RUNNING;
  private Integer version;
  private String digest;
  private Instant ended;

  Activation(String id, String how, ActivationRequest request, Instant started) {
    this.id = id;
    this.how = how;
    this.request = request;
    this.started = started;
  }

  String id() {
    return id;
  }

  String how() {
    return how;
  }

  ActivationRequest request() {
    return request;
  }

  synchronized void add(StepResult step) {
    steps.add(step);
  }

  synchronized void of(Integer number, String digestOfFiles) {
    version = number;
    digest = digestOfFiles;
  }

  void end(Outcome how, Instant when) {
    synchronized (this) {
      outcome = how;
      ended = when;
    }
    done.countDown();
  }

  synchronized Outcome outcome() {
    return outcome;
  }

  synchronized Instant ended() {
    return ended;
  }

  /** The step that decided, or null. */
  synchronized StepResult last() {
    return steps.isEmpty() ? null : steps.get(steps.size() - 1);
  }

  synchronized List<StepResult> steps() {
    return List.copyOf(steps);
  }

  /** Waits until it ended, at most so long. */
  boolean await(long seconds) throws InterruptedException {
    return done.await(seconds, TimeUnit.SECONDS);
  }

  /** What is told of it. */
  synchronized View view(boolean survivesRestart) {
    return new View(
        id,
        how,
        outcome.code(),
        version,
        digest,
        request.author(),
        request.reason(),
        request.dryRun(),
        started.toString(),
        ended == null ? null : ended.toString(),
        survivesRestart,
        steps.stream().map(View.Step::of).toList());
  }

  /**
   * An activation as clients see it.
   *
   * @param how {@code activate} or {@code rollback}
   * @param outcome {@code running}, {@code active}, {@code ready}, {@code needs-acceptance} or
   *     {@code failed}
   */
  record View(
      String id,
      String how,
      String outcome,
      Integer version,
      String digest,
      String author,
      String reason,
      boolean dryRun,
      String started,
      String ended,
      boolean survivesRestart,
      List<Step> steps) {

    /** A step as clients see it. */
    record Step(
        String name, String result, String summary, List<String> details, long milliseconds) {

      static Step of(StepResult step) {
        return new Step(
            step.name(), step.result().code(), step.summary(), step.details(), step.millis());
      }
    }
  }
}
