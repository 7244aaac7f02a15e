package org.denba.engine.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.denba.engine.TriageEngine;

/**
 * The cases that rules bring with them, run on an engine that holds these rules. What a site sets
 * is left aside: cases are written for the rule files' own parameter values, an overlay's for its
 * own.
 */
public final class SelfTest {

  private final TriageEngine engine;
  private List<CaseFailure> canaryFailures;

  private SelfTest(TriageEngine engine) {
    this.engine = engine;
  }

  /** Nothing is run yet. */
  public static SelfTest of(TriageEngine engine) {
    return new SelfTest(engine);
  }

  /**
   * Runs the canary cases of all protocols, and those of the overlay, at the first call; later
   * calls give the same list.
   *
   * @return the cases whose answer is not the expected one; empty when all is well
   */
  public synchronized List<CaseFailure> canaries() {
    if (canaryFailures == null) {
      LocalDate day = engine.today();
      List<CaseFailure> failures =
          new ArrayList<>(Canaries.run(engine.rulesAlone(), engine.files(), day));
      engine
          .overlay()
          .ifPresent(
              overlay ->
                  failures.addAll(
                      Canaries.run(engine.overlayAlone(), engine.files(), overlay, day)));
      canaryFailures = List.copyOf(failures);
    }
    return canaryFailures;
  }

  /** Whether every canary case passed: only then may the engine answer for real patients. */
  public boolean ready() {
    return canaries().isEmpty();
  }

  /** Runs every case of all protocols, and those of the overlay. This takes seconds. */
  public AllCases cases() {
    LocalDate day = engine.today();
    AllCases all = AllCases.run(engine.rulesAlone(), engine.files(), day);
    return engine
        .overlay()
        .map(overlay -> all.and(AllCases.run(engine.overlayAlone(), engine.files(), overlay, day)))
        .orElse(all);
  }
}
