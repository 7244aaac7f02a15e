package org.denba.engine.properties;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.denba.engine.TriageEngine;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.protocol.ProtocolReader;
import org.denba.engine.protocol.Treatment;
import org.denba.engine.protocol.TreatmentReader;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RecordedRuleFiles;
import org.denba.engine.triage.EngineOptions;

/**
 * The built-in rules, read once for all tests: the engine that answers, and the protocol to learn
 * what rules look at.
 */
final class BuiltIn {

  /** The day on which the tests take place. */
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  static final String PROTOCOL = "imci-child";

  static final TriageEngine ENGINE =
      TriageEngine.load(ClassPathRuleFiles.builtIn(), EngineOptions.defaults(() -> TODAY));

  static final DataDictionary DICTIONARY = ENGINE.dictionary();

  static final Map<String, Treatment> TREATMENTS =
      TreatmentReader.read(ClassPathRuleFiles.builtIn());

  private static final Map<String, Protocol> READ = new ConcurrentHashMap<>();

  static final Protocol RULES = rules(PROTOCOL);

  static final ProtocolWords WORDS = new ProtocolWords(RULES, DICTIONARY);

  /** What is known of a patient from the record, not from the assessment. */
  static final Set<String> PATIENT =
      Set.of("age-months", "age-days", "age-years", "sex", "delivery-date", "lmp-date", "edd");

  private static final Set<String> FOR_WOMEN = Set.of("antenatal", "postnatal-mother");

  /**
   * What a protocol for children looks at: an age that spans a limit is read by several of them.
   */
  static final Set<String> USED_FOR_CHILDREN =
      ENGINE.protocols("en").stream()
          .filter(protocol -> !FOR_WOMEN.contains(protocol.id()))
          .flatMap(protocol -> protocol.dataElements().stream())
          .map(ProtocolDescription.ElementDescription::id)
          .collect(Collectors.toSet());

  private BuiltIn() {}

  /** The rules of any of the shipped protocols. */
  static Protocol rules(String protocol) {
    return READ.computeIfAbsent(protocol, BuiltIn::read);
  }

  private static Protocol read(String protocol) {
    RecordedRuleFiles files = new RecordedRuleFiles(ClassPathRuleFiles.builtIn());
    return new ProtocolReader(files, files, DICTIONARY, TREATMENTS).read(protocol);
  }
}
