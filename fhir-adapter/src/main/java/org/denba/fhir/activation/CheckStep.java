package org.denba.fhir.activation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.denba.engine.check.CheckOptions;
import org.denba.engine.check.CheckReport;
import org.denba.engine.check.Mistake;
import org.denba.engine.check.RuleCheck;
import org.denba.engine.check.Severity;
import org.denba.engine.rules.FolderRuleFiles;

/**
 * Reads every file by itself and says everything that is wrong at once, each with its place; the
 * same files need that only once. Cases are run by a later step.
 */
record CheckStep(VersionStore versions) implements Step {

  @Override
  public String name() {
    return "check";
  }

  @Override
  public StepResult run(Candidate candidate) {
    String key = Digests.key(name(), candidate.digest());
    Optional<String> before = versions.passed(key);
    if (before.isPresent()) {
      return StepResult.passed(name(), before.get() + " (known)");
    }
    CheckReport report =
        RuleCheck.of(
            new FolderRuleFiles(candidate.staged()),
            CheckOptions.all(candidate.options().today().get()).withoutCases());
    List<String> lines =
        Stream.of(Severity.ERROR, Severity.WARNING)
            .flatMap(severity -> lines(report, severity))
            .toList();
    if (!report.passed()) {
      return StepResult.failed(
          name(), report.errors() + " mistakes in " + report.files() + " files", lines);
    }
    String summary = "no mistake in " + report.files() + " files";
    versions.pass(key, summary);
    return new StepResult(
        name(),
        StepResult.Result.PASSED,
        report.warnings() == 0 ? summary : summary + ", " + report.warnings() + " warnings",
        lines,
        0);
  }

  private static Stream<String> lines(CheckReport report, Severity severity) {
    String head = severity == Severity.WARNING ? "warning: " : "";
    return report.mistakes().stream()
        .filter(mistake -> mistake.severity() == severity)
        .map(Mistake::text)
        .map(text -> head + text.replaceAll("\\s*\\R\\s*", " "));
  }
}
