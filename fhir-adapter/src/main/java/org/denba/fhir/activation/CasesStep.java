package org.denba.fhir.activation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.verification.AllCases;
import org.denba.engine.verification.CaseFailure;
import org.denba.engine.verification.SelfTest;

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
    AllCases all = SelfTest.of(candidate.engine()).cases();
    if (!all.failures().isEmpty()) {
      return StepResult.failed(
          name(),
          all.failures().size() + " of " + all.count() + " cases are not answered as expected",
          lines(all.failures(), candidate.engine().files()));
    }
    String summary = "all " + all.count() + " cases are answered as expected";
    versions.pass(key(candidate), summary);
    return StepResult.passed(name(), summary);
  }

  /** Another release may answer the same files otherwise. */
  private String key(Candidate candidate) {
    return Digests.key(name(), candidate.digest());
  }

  /** What is wrong with each case, with the file and the line in it. */
  static List<String> lines(List<CaseFailure> failures, RuleFiles files) {
    return failures.stream()
        .flatMap(
            failure -> {
              String place = failure.file() + line(failure, files);
              return failure.lines().stream().map(line -> place + ": " + line);
            })
        .toList();
  }

  /** The line with the case's id, or nothing where no case could be read. */
  private static String line(CaseFailure failure, RuleFiles files) {
    if (failure.caseId().isEmpty()) {
      return "";
    }
    Pattern id =
        Pattern.compile("\\bid:\\s*[\"']?" + Pattern.quote(failure.caseId()) + "(?![\\w.-])");
    List<String> lines = files.find(failure.file()).orElse("").lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (id.matcher(lines.get(i)).find()) {
        return ":" + (i + 1);
      }
    }
    return "";
  }
}
