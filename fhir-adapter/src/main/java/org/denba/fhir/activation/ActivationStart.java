package org.denba.fhir.activation;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.TriageEngine;
import org.denba.fhir.activation.Activation.Outcome;
import org.denba.fhir.protocols.RulesLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Which rules answer when the service starts: the last active version; the one before where that
 * one cannot be used; at the first start the rules that are configured. Where none can be used the
 * service runs, answers nothing and is not healthy.
 */
final class ActivationStart implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(ActivationStart.class);
  private static final String START = "start";
  private static final String SERVICE = "Denba";

  private final Activator activator;
  private final Steps steps;
  private final RulesFolder source;
  private final RulesLoader builtIn;
  private final Clock clock;

  ActivationStart(
      Activator activator, Steps steps, RulesFolder source, RulesLoader builtIn, Clock clock) {
    this.activator = activator;
    this.steps = steps;
    this.source = source;
    this.builtIn = builtIn;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    VersionStore versions = activator.versions();
    if (!versions.durable() && source.folder() == null) {
      builtIn.load();
      return;
    }
    versions.clearUnfinished();
    List<Version.Activated> before = ofThisOverlay(versions.history());
    if (before.isEmpty()) {
      first();
    } else {
      last(before);
    }
  }

  /** Another overlay over the same files was never verified. */
  private List<Version.Activated> ofThisOverlay(List<Version.Activated> history) {
    String overlay = activator.options().overlay();
    return history.stream()
        .filter(
            entry -> overlay == null ? entry.overlay() == null : overlay.equals(entry.overlay()))
        .toList();
  }

  private void last(List<Version.Activated> before) {
    Set<String> tried = new HashSet<>();
    List<Version.Activated> newestFirst = new ArrayList<>(before);
    Collections.reverse(newestFirst);
    Version.Activated wanted = newestFirst.get(0);
    for (Version.Activated entry : newestFirst) {
      if (tried.add(entry.digest()) && takes(entry, wanted)) {
        return;
      }
    }
    LOG.error(
        "none of the {} versions in {} can be used, nothing is evaluated: restore the folder, or"
            + " empty it to begin with the configured rules",
        tried.size(),
        activator.versions().root());
  }

  private boolean takes(Version.Activated entry, Version.Activated wanted) {
    Optional<Version> version =
        activator
            .versions()
            .find(String.valueOf(entry.version()))
            .filter(found -> found.digest().equals(entry.digest()));
    if (version.isEmpty()) {
      LOG.error("version {} is not in {}", entry.version(), activator.versions().root());
      return false;
    }
    Activation run = activation("the service started");
    Candidate candidate = candidate(run);
    if (new StepRun(run).all(steps.toGoBack(version.get()), candidate) != Outcome.READY) {
      tell("version " + entry.version() + " cannot be used", run);
      return false;
    }
    Instant since = entry.time();
    if (entry != wanted) {
      since = clock.instant();
      fallBack(version.get(), wanted, since);
    }
    activator.active().replace(activator.swap().loaded(candidate.engine(), version.get(), since));
    LOG.info("rules loaded: version {} of {}", entry.version(), since);
    return true;
  }

  private void fallBack(Version version, Version.Activated wanted, Instant since) {
    String reason = "version " + wanted.version() + " could not be used when the service started";
    LOG.error("{}: version {} is active instead", reason, version.number());
    try {
      activator
          .versions()
          .activated(
              new Version.Activated(
                  version.number(),
                  version.digest(),
                  version.overlay(),
                  since,
                  START,
                  SERVICE,
                  reason));
    } catch (IOException e) {
      LOG.error("that cannot be written to {}", activator.versions().root());
    }
  }

  /** The rules of a folder are verified as a whole before they answer; the built-in ones were. */
  private void first() {
    Activation run = activation("the first start");
    Candidate candidate = candidate(run);
    boolean whole = activator.versions().durable() && source.folder() != null;
    List<Step> ordered = whole ? steps.inOrder() : steps.toLoad();
    if (new StepRun(run).all(ordered, candidate) != Outcome.READY) {
      tell(
          "the rules from "
              + (source.folder() == null ? "the built-in files" : source.folder())
              + " cannot be used, nothing is evaluated",
          run);
      return;
    }
    Instant now = clock.instant();
    try {
      Version version =
          activator
              .versions()
              .keep(
                  candidate.staged(),
                  new Version(
                      0,
                      candidate.digest(),
                      activator.options().overlay(),
                      SERVICE,
                      now,
                      "the first start",
                      run.steps(),
                      candidate.staged()));
      activator
          .versions()
          .activated(
              new Version.Activated(
                  version.number(),
                  version.digest(),
                  version.overlay(),
                  now,
                  START,
                  SERVICE,
                  version.reason()));
      TriageEngine engine = candidate.engine();
      activator.active().replace(activator.swap().loaded(engine, version, now));
      LOG.info("rules loaded: version {}", version.number());
    } catch (IOException e) {
      LOG.error(
          "the first version cannot be written to {}, nothing is evaluated",
          activator.versions().root());
    }
  }

  private Activation activation(String reason) {
    return new Activation(START, START, ActivationRequest.by(SERVICE, reason), clock.instant());
  }

  private Candidate candidate(Activation run) {
    return new Candidate(run.request(), activator.options(), null);
  }

  private static void tell(String what, Activation run) {
    StepResult last = run.last();
    LOG.error("{}: {}: {}", what, last.name(), last.summary());
    last.details().forEach(line -> LOG.error("  {}", line));
  }
}
