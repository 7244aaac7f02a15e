package org.denba.engine.rules;

import java.util.List;
import java.util.stream.Collectors;

/** The built-in rules with a few of their protocols: read in a fraction of the time. */
public final class FewProtocols {

  private static final String RULES = "rules.yaml";
  private static final String SELECTION = "selection.csv";

  /** Where the age of children begins: by a parameter that only young infants have. */
  private static final String BEGINS =
      "\\(\\(param\\(young-infant-upper-bound = calendar-months-lt-2\\) and (\\w+\\(.*?\\))\\)"
          + " or \\(param\\(.*?\\) and \\w+\\(.*?\\)\\)\\)";

  /** The built-in rules, of which only these protocols are read and chosen. */
  public static RuleFiles of(String... protocols) {
    RuleFiles all = ClassPathRuleFiles.builtIn();
    List<String> kept = List.of(protocols);
    String rules =
        all.read(RULES).replaceFirst("(?m)^protocols: .*$", "protocols: " + kept.toString());
    String selection =
        all.read(SELECTION)
            .lines()
            .filter(line -> line.startsWith("protocol,") || kept.contains(line.split(",")[0]))
            .map(line -> kept.contains("imci-young-infant") ? line : line.replaceAll(BEGINS, "$1"))
            .collect(Collectors.joining("\n", "", "\n"));
    return new ChangedRuleFiles(new ChangedRuleFiles(all, RULES, rules), SELECTION, selection);
  }

  private FewProtocols() {}
}
