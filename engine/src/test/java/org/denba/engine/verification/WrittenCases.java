package org.denba.engine.verification;

import java.util.Map;
import java.util.Optional;
import org.denba.engine.rules.FewProtocols;
import org.denba.engine.rules.RuleFiles;

/** The rules of the sick child, with one case file in place of theirs. */
final class WrittenCases {

  static final String PLACE = "imci-child/cases/mine.yaml";

  private static final String PROTOCOL = "imci-child/protocol.yaml";
  private static final RuleFiles FILES = FewProtocols.of("imci-child");

  private WrittenCases() {}

  /** A case file of one case. */
  static String one(String line, String expect) {
    return "cases:\n  - id: MINE.1\n    title: one\n    %s\n    expect: %s\n"
        .formatted(line, expect);
  }

  /** The rules with this case file. */
  static RuleFiles files(String cases) {
    return over(Map.of(PROTOCOL, protocol(), PLACE, cases));
  }

  /** The rules where the case file is not there. */
  static RuleFiles missing() {
    return over(Map.of(PROTOCOL, protocol()));
  }

  private static RuleFiles over(Map<String, String> over) {
    return path -> over.containsKey(path) ? Optional.of(over.get(path)) : FILES.find(path);
  }

  private static String protocol() {
    return FILES.read(PROTOCOL).replaceFirst("cases:\n(  - .*\n)+", "cases: [mine]\n");
  }
}
