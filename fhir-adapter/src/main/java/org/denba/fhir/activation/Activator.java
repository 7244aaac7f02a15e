package org.denba.fhir.activation;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.denba.engine.triage.EngineOptions;
import org.denba.fhir.activation.Activation.Outcome;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;
import org.denba.fhir.protocols.ActiveRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces the rules of the running service: one activation at a time, off the request path, step
 * by step, and only when every step passed. A rollback does not wait for an activation; whichever
 * comes second notices that the rules that it compared with are not the active ones any more.
 * Thread-safe.
 */
public final class Activator implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Activator.class);
  private static final int KEPT = 50;

  private final Swap swap;
  private final EngineOptions options;
  private final Steps steps;
  private final Proposals proposals;
  private final Clock clock;
  private final ExecutorService activating =
      Executors.newSingleThreadExecutor(daemon("activation"));
  private final ExecutorService goingBack = Executors.newSingleThreadExecutor(daemon("rollback"));
  private final Deque<Activation> recent = new ArrayDeque<>();
  private Activation current;
  private volatile Activation lastFailed;

  Activator(Swap swap, EngineOptions options, Steps steps, Proposals proposals, Clock clock) {
    this.swap = swap;
    this.options = options;
    this.steps = steps;
    this.proposals = proposals;
    this.clock = clock;
  }

  private static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  VersionStore versions() {
    return swap.versions();
  }

  /** What takes the place of the active rules. */
  Swap swap() {
    return swap;
  }

  /**
   * Begins to activate what is in the rules folder now, or a change that a reviewer lets through.
   *
   * @throws ProblemException {@link ProblemKind#CONFLICT} while another activation runs
   */
  synchronized Activation activate(ActivationRequest request) {
    if (current != null && current.outcome() == Outcome.RUNNING) {
      throw new ProblemException(
          ProblemKind.CONFLICT,
          "the activation "
              + current.id()
              + " is running: see GET /protocols/activations/"
              + current.id()
              + " and ask again when it has ended");
    }
    boolean reviewed = request.change() != null;
    String how =
        reviewed
            ? "review"
            : request.mode() == ActivationRequest.Mode.PROPOSE ? "propose" : "activate";
    current = begin(how, request);
    Activation started = current;
    List<Step> ordered = reviewed ? steps.ofChange(request) : steps.inOrder();
    activating.execute(() -> run(started, request, ordered));
    return started;
  }

  /** Begins to take back a version that was active before. */
  synchronized Activation rollback(Version version, ActivationRequest request) {
    Activation started = begin("rollback", request);
    goingBack.execute(() -> run(started, request, steps.toGoBack(version)));
    return started;
  }

  private synchronized Activation begin(String how, ActivationRequest request) {
    Activation started =
        new Activation(UUID.randomUUID().toString(), how, request, clock.instant());
    recent.addFirst(started);
    if (recent.size() > KEPT) {
      recent.removeLast();
    }
    return started;
  }

  /** One of the last activations and rollbacks. */
  synchronized Optional<Activation> find(String id) {
    return recent.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** The last activations and rollbacks, the newest first. */
  synchronized List<Activation> recent() {
    return List.copyOf(recent);
  }

  /** The last one that did not go through, or null. */
  Activation lastFailed() {
    return lastFailed;
  }

  private void run(Activation activation, ActivationRequest request, List<Step> ordered) {
    Candidate candidate = new Candidate(request, options, active().current().orElse(null));
    Outcome outcome = Outcome.FAILED;
    try {
      outcome = end(new StepRun(activation).all(ordered, candidate), activation, candidate);
    } finally {
      if (outcome != Outcome.ACTIVE) {
        leave(candidate);
      }
      if (outcome == Outcome.FAILED || outcome == Outcome.NEEDS_ACCEPTANCE) {
        lastFailed = activation;
      }
      report(activation, outcome);
      activation.end(outcome, clock.instant());
    }
  }

  /** What becomes of a candidate after its steps. */
  private Outcome end(Outcome steps, Activation activation, Candidate candidate) {
    ActivationRequest.Mode mode = candidate.request().mode();
    StepRun run = new StepRun(activation);
    if (steps == Outcome.READY && mode == ActivationRequest.Mode.ACTIVATE) {
      Outcome swapped = run.one("swap", () -> swap.swapped(activation, candidate), Outcome.ACTIVE);
      if (swapped == Outcome.ACTIVE) {
        proposals.activated(candidate, activation);
      }
      return swapped;
    }
    boolean waits = steps == Outcome.NEEDS_ACCEPTANCE && mode == ActivationRequest.Mode.ACTIVATE;
    if (waits || steps == Outcome.READY && mode == ActivationRequest.Mode.PROPOSE) {
      Outcome kept =
          run.one("review", () -> proposals.keep(candidate, activation), Outcome.IN_REVIEW);
      return waits && kept == Outcome.IN_REVIEW ? steps : kept;
    }
    return steps;
  }

  private void leave(Candidate candidate) {
    if (candidate.staged() != null && candidate.known() == null) {
      versions().discard(candidate.staged());
    }
  }

  private static void report(Activation activation, Outcome outcome) {
    StepResult last = activation.last();
    if (outcome == Outcome.FAILED || outcome == Outcome.NEEDS_ACCEPTANCE) {
      LOG.warn(
          "{} {} did not go through, the rules before stay active: {}",
          activation.how(),
          activation.id(),
          last == null ? "it failed" : last.name() + ": " + last.summary());
    } else {
      LOG.info("{} {}: {}", activation.how(), activation.id(), outcome.code());
    }
  }

  /** What the operator of this site decides. */
  EngineOptions options() {
    return options;
  }

  ActiveRules active() {
    return swap.active();
  }

  @Override
  public void close() {
    activating.shutdownNow();
    goingBack.shutdownNow();
  }
}
