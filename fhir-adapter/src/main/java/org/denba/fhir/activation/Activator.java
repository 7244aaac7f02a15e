package org.denba.fhir.activation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.denba.engine.TriageEngine;
import org.denba.engine.triage.EngineOptions;
import org.denba.fhir.activation.Activation.Outcome;
import org.denba.fhir.finding.UcumUnits;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.protocols.LoadedRules;
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

  private final ActiveRules active;
  private final UcumUnits units;
  private final EngineOptions options;
  private final VersionStore versions;
  private final Steps steps;
  private final Clock clock;
  private final ExecutorService activating =
      Executors.newSingleThreadExecutor(daemon("activation"));
  private final ExecutorService goingBack = Executors.newSingleThreadExecutor(daemon("rollback"));
  private final Deque<Activation> recent = new ArrayDeque<>();
  private final Object swapping = new Object();
  private Activation current;
  private volatile Activation lastFailed;

  Activator(
      ActiveRules active,
      UcumUnits units,
      EngineOptions options,
      VersionStore versions,
      Steps steps,
      Clock clock) {
    this.active = active;
    this.units = units;
    this.options = options;
    this.versions = versions;
    this.steps = steps;
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
    return versions;
  }

  /**
   * Begins to activate what is in the rules folder now.
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
    current = begin("activate", request);
    Activation started = current;
    activating.execute(() -> run(started, request, steps.inOrder()));
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
    Candidate candidate = new Candidate(request, options, active.current().orElse(null));
    Outcome outcome = Outcome.FAILED;
    try {
      outcome = new StepRun(activation).all(ordered, candidate);
      if (outcome == Outcome.READY && !request.dryRun()) {
        outcome = swap(activation, candidate);
      }
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

  private void leave(Candidate candidate) {
    if (candidate.staged() != null && candidate.known() == null) {
      versions.discard(candidate.staged());
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

  /** Keeps the version, writes down that it is active, and only then lets it answer. */
  private Outcome swap(Activation activation, Candidate candidate) {
    return new StepRun(activation)
        .one("swap", () -> swapped(activation, candidate), Outcome.ACTIVE);
  }

  private StepResult swapped(Activation activation, Candidate candidate) {
    synchronized (swapping) {
      if (!Objects.equals(
          versionOf(active.current().orElse(null)), versionOf(candidate.running()))) {
        return StepResult.failed(
            "swap",
            "other rules became active meanwhile: activate again, so that the impact is that on"
                + " them",
            List.of());
      }
      try {
        recordBuiltIn();
        Instant now = clock.instant();
        ActivationRequest by = candidate.request();
        Version version =
            candidate.known() != null
                ? candidate.known()
                : versions.keep(candidate.staged(), described(activation, candidate, now));
        versions.activated(
            new Version.Activated(
                version.number(),
                version.digest(),
                version.overlay(),
                now,
                activation.how(),
                by.author(),
                by.reason()));
        activation.of(version.number(), version.digest());
        active.replace(loaded(candidate.engine(), version, now));
        return StepResult.passed(
            "swap",
            "version "
                + version.number()
                + " answers"
                + (versions.durable() ? "" : "; it will not survive a restart"));
      } catch (IOException e) {
        return StepResult.failed(
            "swap",
            "the version cannot be written: check that "
                + versions.root()
                + " may be written and the disk has room",
            List.of());
      }
    }
  }

  private Version described(Activation activation, Candidate candidate, Instant now) {
    ActivationRequest by = candidate.request();
    return new Version(
        0,
        candidate.digest(),
        options.overlay(),
        by.author(),
        now,
        by.reason(),
        activation.steps(),
        candidate.staged());
  }

  LoadedRules loaded(TriageEngine engine, Version version, Instant since) {
    return LoadedRules.of(
        engine.approved(versions.approvals()),
        units,
        new LoadedRules.VersionRef(version.number(), version.digest(), since));
  }

  /** The built-in rules that answered so far are the first version, so that they can come back. */
  private void recordBuiltIn() throws IOException {
    LoadedRules running = active.current().orElse(null);
    if (running == null || running.version() != null) {
      return;
    }
    Path staged = versions.stage();
    Snapshot.copy(null, staged);
    String digest = Snapshot.digest(staged, options.overlay());
    Instant now = clock.instant();
    Version builtIn =
        versions.keep(
            staged,
            new Version(
                0,
                digest,
                options.overlay(),
                "Denba",
                now,
                "the built-in rules",
                List.of(),
                staged));
    versions.activated(
        new Version.Activated(
            builtIn.number(), digest, options.overlay(), now, "start", "Denba", builtIn.reason()));
  }

  private static Object versionOf(LoadedRules rules) {
    return rules == null || rules.version() == null ? "none" : rules.version();
  }

  /**
   * Changes the active rules without another version taking their place meanwhile.
   *
   * @param change makes the new ones of those that are active
   * @throws ProblemException while no rules are loaded
   */
  LoadedRules change(Function<LoadedRules, LoadedRules> change) {
    synchronized (swapping) {
      LoadedRules changed = change.apply(active.required());
      active.replace(changed);
      return changed;
    }
  }

  /** What the operator of this site decides. */
  EngineOptions options() {
    return options;
  }

  ActiveRules active() {
    return active;
  }

  @Override
  public void close() {
    activating.shutdownNow();
    goingBack.shutdownNow();
  }
}
