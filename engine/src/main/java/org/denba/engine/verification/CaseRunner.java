package org.denba.engine.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.denba.engine.TriageEngine;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;

/** Runs clinical cases against an engine. */
public final class CaseRunner {

  private CaseRunner() {}

  /**
   * Runs every case of a protocol; cases that name no day are of today.
   *
   * @throws RuleFileException when a case file cannot be used; names every mistake with file, case
   *     and key
   */
  public static List<CaseResult> run(TriageEngine engine, RuleFiles files, String protocol) {
    return run(engine, files, protocol, LocalDate.now());
  }

  /**
   * Runs every case of a protocol.
   *
   * @param day the day of assessment of the cases that name none
   * @throws RuleFileException when a case file cannot be used; names every mistake with file, case
   *     and key
   */
  public static List<CaseResult> run(
      TriageEngine engine, RuleFiles files, String protocol, LocalDate day) {
    List<CaseResult> results = new ArrayList<>();
    for (ClinicalCase each : CaseFiles.read(engine, files, protocol, day)) {
      results.add(run(engine, each));
    }
    return List.copyOf(results);
  }

  /** Runs one case. */
  public static CaseResult run(TriageEngine engine, ClinicalCase tested) {
    return run(engine::triage, tested);
  }

  /**
   * Runs one case.
   *
   * @param answering answers a request as of a day
   */
  public static CaseResult run(
      BiFunction<TriageRequest, LocalDate, TriageResult> answering, ClinicalCase tested) {
    CaseAnswer answer = ask(answering, tested);
    List<String> failures = new ArrayList<>();
    tested
        .expected()
        .forEach(
            expectation ->
                expectation.check(answer, line -> failures.add(tested.id() + ": " + line)));
    return new CaseResult(tested, answer, failures);
  }

  private static CaseAnswer ask(
      BiFunction<TriageRequest, LocalDate, TriageResult> answering, ClinicalCase tested) {
    try {
      // on its own day: a case with a date must not turn stale, or the service would stop answering
      return new CaseAnswer(answering.apply(tested.request(), tested.request().date()), List.of());
    } catch (InvalidRequestException e) {
      return new CaseAnswer(null, e.errors());
    }
  }
}
