package org.denba.engine.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/** The few cases that must pass before an engine may answer: those marked {@code canary}. */
public final class Canaries {

  private Canaries() {}

  /**
   * Runs the canary cases of every protocol. Canaries that cannot be read are reported as a
   * failure: an engine that cannot be tested is not ready.
   *
   * @param engine the engine, with the rule files' own parameter values
   * @param today the day of assessment
   * @return what failed; empty when everything is as expected
   */
  public static List<CaseFailure> run(TriageEngine engine, RuleFiles files, LocalDate today) {
    List<CaseFailure> failures = new ArrayList<>();
    for (ProtocolDescription protocol : engine.protocols(engine.languages().get(0))) {
      try {
        CaseFiles.canaries(engine, files, protocol.id(), today).stream()
            .map(canary -> CaseRunner.run(engine, canary))
            .filter(result -> !result.passed())
            .map(CaseFailure::of)
            .forEach(failures::add);
      } catch (RuleFileException e) {
        failures.add(new CaseFailure(protocol.id(), "", "", List.of(e.getMessage())));
      }
    }
    return List.copyOf(failures);
  }

  /**
   * Runs the canary cases of an overlay.
   *
   * @param engine the engine with the overlay, and nothing that a site sets
   * @param overlay its id
   * @param today the day of assessment
   */
  public static List<CaseFailure> run(
      TriageEngine engine, RuleFiles files, String overlay, LocalDate today) {
    try {
      return OverlayCases.read(engine, files, overlay, today).stream()
          .filter(ClinicalCase::canary)
          .map(canary -> CaseRunner.run(engine, canary))
          .filter(result -> !result.passed())
          .map(CaseFailure::of)
          .toList();
    } catch (RuleFileException e) {
      return List.of(new CaseFailure(overlay, "", "", List.of(e.getMessage())));
    }
  }
}
