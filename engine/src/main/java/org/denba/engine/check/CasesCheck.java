package org.denba.engine.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.CaseProbe;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.verification.CaseFailure;
import org.denba.engine.verification.CaseFiles;
import org.denba.engine.verification.CaseResult;
import org.denba.engine.verification.CaseRunner;
import org.denba.engine.verification.ClinicalCase;
import org.denba.engine.verification.DoseCases;
import org.denba.engine.verification.OverlayCases;

/** Runs the cases, and tells which rows none of them proves. */
final class CasesCheck {

  private final RuleFiles files;
  private final CheckOptions options;
  private final Findings findings;
  private int run;

  CasesCheck(RuleFiles files, CheckOptions options, Findings findings) {
    this.files = files;
    this.options = options;
    this.findings = findings;
  }

  /** The number of cases that were run. */
  int run() {
    return run;
  }

  void check(Set<String> overlays) {
    EngineOptions defaults = EngineOptions.defaults(options::day);
    TriageEngine engine = TriageEngine.load(files, defaults);
    for (Protocol protocol : engine.rules()) {
      if (options.looksAt(protocol.id())) {
        List<ClinicalCase> cases = CaseFiles.read(engine, files, protocol.id(), options.day());
        cases.forEach(each -> run(engine, each));
        coverage(engine.probe(protocol.id()), cases);
      }
    }
    if (engine.rules().stream().allMatch(protocol -> options.looksAt(protocol.id()))) {
      doses(engine);
    }
    for (String overlay : overlays) {
      TriageEngine overlaid = TriageEngine.load(files, defaults.with(overlay, null));
      OverlayCases.read(overlaid, files, overlay, options.day())
          .forEach(each -> run(overlaid, each));
    }
  }

  private void doses(TriageEngine engine) {
    DoseCases doses =
        findings.collect(() -> DoseCases.read(engine, files), new DoseCases(List.of(), Map.of()));
    run += doses.cases().size();
    for (CaseFailure failure : doses.failures(engine.variants().doses())) {
      findings.error(
          "failing-case",
          findings.places().of(failure.caseId(), ""),
          failure.title(),
          "",
          "the dose case of " + failure.title() + ": " + String.join("; ", failure.lines()));
    }
  }

  private void run(TriageEngine engine, ClinicalCase each) {
    run++;
    CaseResult result = CaseRunner.run(engine, each);
    if (!result.passed()) {
      String said =
          result.failures().stream()
              .map(
                  line ->
                      line.startsWith(each.id() + ": ")
                          ? line.substring(each.id().length() + 2)
                          : line)
              .collect(Collectors.joining("; "));
      findings.error(
          "failing-case",
          findings.places().of(each.file() + ":" + each.id(), ""),
          each.id(),
          "",
          "the case '" + each.id() + "' (" + each.title() + ") is answered otherwise: " + said);
    }
  }

  private void coverage(CaseProbe probe, List<ClinicalCase> cases) {
    Set<Row> proved = new HashSet<>();
    for (ClinicalCase each : cases) {
      probe.see(each.request()).ifPresent(seen -> proved.addAll(seen.proved()));
    }
    List<Row> without = new ArrayList<>(probe.protocol().rows());
    without.removeAll(proved);
    for (Row row : without) {
      if (row.lines().stream().allMatch(line -> line.flag().equals(Row.NEVER_PROVED))) {
        continue;
      }
      findings.warn(
          "row-without-case",
          findings.places().of(row.lines().get(0).alternative().where(), ""),
          row.id(),
          "",
          "no case proves the row '"
              + row.id()
              + "': write one in "
              + probe.protocol().id()
              + "/cases, so that a later edit of it is noticed");
    }
  }
}
