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
    /** Every step passed, and a reviewer decides. */
    IN_REVIEW("in-review"),
    /** A patient could come to harm: a person has to have seen it. */
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
  private String change;
  private ImpactOfChange impact;
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

  /** The rules wait in this change for a reviewer, or came from it. */
  synchronized void in(ProposedChange proposed) {
    change = proposed.id();
  }

  synchronized void compared(ImpactOfChange found) {
    impact = found;
  }

  /** What becomes of patients, or null where it was not found out. */
  synchronized ImpactOfChange impact() {
    return impact;
  }

  void end(Outcome how, Instant when) {
    synchronized (this) {
      outcome = how;
      ended = when;
    }
    done.countDown();
  }

  /** Whether it runs to let this change through. */
  boolean isLettingThrough(String changeId) {
    return request.change() != null
        && request.change().id().equals(changeId)
        && outcome() == Outcome.RUNNING;
  }

  /** The number of the version, or null before there is one. */
  synchronized Integer version() {
    return version;
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

  /** What is told of it once it ended, or so many seconds are over. */
  ActivationView await(int seconds, boolean survivesRestart) {
    try {
      done.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      // the service stops: the caller is told what there is
      Thread.currentThread().interrupt();
    }
    return view(survivesRestart);
  }

  /** What is told of it. */
  synchronized ActivationView view(boolean survivesRestart) {
    return new ActivationView(
        id,
        how,
        outcome.code(),
        version,
        digest,
        change,
        impact == null ? null : impact.digest(),
        request.author(),
        request.reason(),
        request.mode() == ActivationRequest.Mode.DRY_RUN,
        started.toString(),
        ended == null ? null : ended.toString(),
        survivesRestart,
        steps.stream().map(ActivationView.Step::of).toList());
  }
}
