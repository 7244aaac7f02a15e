package org.denba.engine.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * Every case of a set of rules after it was run.
 *
 * @param count how many cases were run
 * @param failures those whose answer is not the expected one, and case files that cannot be used
 */
public record AllCases(int count, List<CaseFailure> failures) {

  public AllCases {
    failures = List.copyOf(failures);
  }

  /**
   * Runs the cases of every protocol, and the dose cases.
   *
   * @param engine the engine, with the rule files' own parameter values
   * @param day the day of assessment of the cases that name none
   */
  public static AllCases run(TriageEngine engine, RuleFiles files, LocalDate day) {
    AllCases all = new AllCases(0, List.of());
    for (Protocol protocol : engine.rules()) {
      String id = protocol.id();
      all = all.and(run(engine, id, () -> CaseFiles.read(engine, files, id, day)));
    }
    return all.and(doses(engine, files));
  }

  /**
   * Runs the cases of an overlay.
   *
   * @param engine the engine with the overlay, and nothing that a site sets
   */
  public static AllCases run(TriageEngine engine, RuleFiles files, String overlay, LocalDate day) {
    return run(engine, overlay, () -> OverlayCases.read(engine, files, overlay, day));
  }

  private static AllCases doses(TriageEngine engine, RuleFiles files) {
    try {
      DoseCases doses = DoseCases.read(engine, files);
      return new AllCases(doses.cases().size(), doses.failures(engine.variants().doses()));
    } catch (RuleFileException e) {
      return new AllCases(0, List.of(new CaseFailure("doses", "", "", List.of(e.getMessage()))));
    }
  }

  /** Those of both. */
  public AllCases and(AllCases others) {
    List<CaseFailure> both = new ArrayList<>(failures);
    both.addAll(others.failures);
    return new AllCases(count + others.count, both);
  }

  private static AllCases run(TriageEngine engine, String of, Supplier<List<ClinicalCase>> read) {
    try {
      List<ClinicalCase> cases = read.get();
      return new AllCases(
          cases.size(),
          cases.stream()
              .map(each -> CaseRunner.run(engine, each))
              .filter(result -> !result.passed())
              .map(CaseFailure::of)
              .toList());
    } catch (RuleFileException e) {
      return new AllCases(0, List.of(new CaseFailure(of, "", "", List.of(e.getMessage()))));
    }
  }
}
