package org.denba.fhir.activation;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.denba.engine.rules.RuleFileException;
import org.denba.fhir.protocols.LoadedRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps edited rules until a person has decided about them, and writes down what was decided. */
record Proposals(ChangesOnDisk changes, Clock clock) {

  private static final Logger LOG = LoggerFactory.getLogger(Proposals.class);

  /** The number of the version that answers, 0 where versions are not counted yet. */
  static int number(LoadedRules running) {
    return running == null || running.version() == null ? 0 : running.version().number();
  }

  /** Keeps a candidate, unless the same one waits already. */
  StepResult keep(Candidate candidate, Activation activation) {
    ActivationRequest by = candidate.request();
    Optional<ProposedChange> same =
        by.change() != null
            ? Optional.of(by.change())
            : changes.all().stream()
                .filter(change -> change.digest().equals(candidate.digest()))
                .filter(change -> change.waits() || isSentBackAndStillThere(change, by))
                .findFirst();
    try {
      ProposedChange kept =
          same.isPresent()
              ? same.get()
              : changes.keep(
                  candidate.staged(),
                  new ProposedChange(
                      "",
                      candidate.digest(),
                      candidate.options().overlay(),
                      by.author(),
                      by.reason(),
                      clock.instant(),
                      number(candidate.running()),
                      activation.steps(),
                      null));
      activation.in(kept);
      return StepResult.passed(
          "review",
          kept.waits()
              ? ChangeReviews.name(kept) + " waits for a reviewer"
              : ChangeReviews.name(kept) + " was sent back and is not proposed again");
    } catch (IOException | RuleFileException e) {
      return StepResult.failed(
          "review",
          "the change cannot be kept: check that the folder of versions may be written and the disk"
              + " has room",
          List.of());
    }
  }

  /** A watched folder would propose the same again at every start. */
  private static boolean isSentBackAndStillThere(ProposedChange change, ActivationRequest by) {
    return by.equals(FolderWatch.REQUEST) && change.state() == ProposedChange.State.SENT_BACK;
  }

  /** Whoever activated these files decided about every change that holds them. */
  void activated(Candidate candidate, Activation activation) {
    ActivationRequest by = candidate.request();
    for (ProposedChange change : changes.all()) {
      if (change.waits() && change.digest().equals(candidate.digest())) {
        activation.in(change);
        try {
          changes.write(
              change.decided(
                  new ProposedChange.Decision(
                      ProposedChange.State.ACTIVATED,
                      by.author(),
                      by.reason(),
                      clock.instant(),
                      number(candidate.running()),
                      activation.version())));
        } catch (IOException e) {
          LOG.error(
              "{} is active, and it cannot be written down that nobody waits for it any more",
              ChangeReviews.name(change));
        }
      }
    }
  }
}
