package org.denba.fhir.activation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.denba.engine.TriageEngine;
import org.denba.engine.triage.EngineOptions;
import org.denba.fhir.finding.UcumUnits;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.protocols.LoadedRules;

/**
 * Puts other rules in the place of the active ones: a version is kept, it is written down that it
 * is the active one, and only then it answers. Thread-safe: one at a time.
 */
final class Swap {

  private final ActiveRules active;
  private final UcumUnits units;
  private final EngineOptions options;
  private final VersionStore versions;
  private final Clock clock;
  private final Object swapping = new Object();

  Swap(
      ActiveRules active,
      UcumUnits units,
      EngineOptions options,
      VersionStore versions,
      Clock clock) {
    this.active = active;
    this.units = units;
    this.options = options;
    this.versions = versions;
    this.clock = clock;
  }

  ActiveRules active() {
    return active;
  }

  VersionStore versions() {
    return versions;
  }

  /** The last step of an activation; it fails where other rules became active meanwhile. */
  StepResult swapped(Activation activation, Candidate candidate) {
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
    ProposedChange change = by.change();
    return new Version(
        0,
        candidate.digest(),
        options.overlay(),
        change == null ? by.author() : change.author(),
        now,
        change == null ? by.reason() : change.reason(),
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
}
