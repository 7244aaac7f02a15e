package org.denba.fhir.activation;

import java.util.List;
import java.util.Optional;
import org.denba.engine.verification.AllCases;
import org.denba.engine.verification.CaseFailure;

/** Runs every case; the same files need that only once. */
record CasesStep(VersionStore versions) implements Step {

  @Override
  public String name() {
    return "cases";
  }

  @Override
  public StepResult run(Candidate candidate) {
    Optional<String> before = versions.passed(key(candidate));
    if (before.isPresent()) {
      return StepResult.passed(name(), before.get() + " (known)");
    }
    AllCases all = candidate.engine().cases();
    if (!all.failures().isEmpty()) {
      return StepResult.failed(
          name(),
          all.failures().size() + " of " + all.count() + " cases are not answered as expected",
          lines(all.failures()));
    }
    String summary = "all " + all.count() + " cases are answered as expected";
    versions.pass(key(candidate), summary);
    return StepResult.passed(name(), summary);
  }

  /** Another release may answer the same files otherwise. */
  private String key(Candidate candidate) {
    return Digests.key(name(), candidate.digest());
  }

  static List<String> lines(List<CaseFailure> failures) {
    return failures.stream()
        .flatMap(failure -> failure.lines().stream().map(line -> failure.file() + ": " + line))
        .toList();
  }
}
