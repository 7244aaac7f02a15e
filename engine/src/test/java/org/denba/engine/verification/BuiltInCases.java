package org.denba.engine.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.denba.engine.TriageEngine;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.CaseProbe;
import org.denba.engine.triage.CaseProbe.Seen;
import org.denba.engine.triage.EngineOptions;

/** The rules and cases that are shipped, read once for all tests. */
final class BuiltInCases {

  static final String PROTOCOL = "imci-child";
  static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  static final EngineOptions OPTIONS = EngineOptions.defaults(() -> DAY);
  static final RuleFiles FILES = ClassPathRuleFiles.builtIn();
  static final TriageEngine ENGINE = TriageEngine.load(FILES, OPTIONS);
  static final List<ClinicalCase> CASES = CaseFiles.read(ENGINE, FILES, PROTOCOL, DAY);
  static final CaseProbe PROBE = new CaseProbe(FILES, OPTIONS, PROTOCOL);

  /**
   * What the evaluation of each case saw; cases that are refused or outside the protocol's ages see
   * nothing.
   */
  static final List<Seen> SEEN =
      CASES.stream().map(each -> PROBE.see(each.request())).flatMap(Optional::stream).toList();

  private BuiltInCases() {}
}
