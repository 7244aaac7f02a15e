package org.denba.engine.verification;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.CaseProbe;
import org.denba.engine.triage.CaseProbe.Seen;
import org.denba.engine.triage.EngineOptions;

/**
 * The rules and cases that are shipped, read once for all tests.
 *
 * @param protocol the protocol whose cases these are
 * @param cases its cases
 * @param seen what the evaluation of each case saw; cases that are refused or outside the protocol
 *     see nothing
 */
record BuiltInCases(Protocol protocol, List<ClinicalCase> cases, List<Seen> seen) {

  static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  static final EngineOptions OPTIONS = EngineOptions.defaults(() -> DAY);
  static final RuleFiles FILES = ClassPathRuleFiles.builtIn();
  static final TriageEngine ENGINE = TriageEngine.load(FILES, OPTIONS);

  private static final Map<String, BuiltInCases> READ = new ConcurrentHashMap<>();

  /** Every shipped protocol; {@code -Ddenba.protocols=antenatal} looks at some only. */
  static Stream<BuiltInCases> protocols() {
    String some = System.getProperty("denba.protocols", "");
    return ENGINE.protocols("en").stream()
        .map(ProtocolDescription::id)
        .filter(id -> some.isEmpty() || Arrays.asList(some.split(",")).contains(id))
        .map(BuiltInCases::of);
  }

  static BuiltInCases of(String protocol) {
    return READ.computeIfAbsent(
        protocol,
        id -> {
          List<ClinicalCase> cases = CaseFiles.read(ENGINE, FILES, id, DAY);
          CaseProbe probe = new CaseProbe(FILES, OPTIONS, id);
          return new BuiltInCases(
              probe.protocol(),
              cases,
              cases.stream()
                  .map(each -> probe.see(each.request()))
                  .flatMap(Optional::stream)
                  .toList());
        });
  }

  String id() {
    return protocol.id();
  }

  @Override
  public String toString() {
    return id();
  }
}
