package org.denba.engine.impact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.TriageEngine;
import org.denba.engine.rules.FewProtocols;
import org.denba.engine.rules.RuleFiles;

/** The protocols of sick children and newborns, as shipped and as an author edited them. */
final class ChildRules {

  private static final String CASES = "imci-child/cases/";

  private static final Set<String> KEPT =
      Set.of(
          CASES + "_bases.yaml",
          CASES + "breathing-bounds.csv",
          CASES + "cough-or-difficult-breathing.yaml",
          CASES + "diarrhoea.yaml",
          CASES + "ear-problem.yaml",
          CASES + "vignettes.yaml");

  static final EditedRules FILES =
      EditedRules.of(new FewCases(FewProtocols.of("imci-child", "postnatal-newborn")));

  static final TriageEngine ENGINE = FILES.load();

  /** Children of a year and more breathe fast from 45 a minute, not from 40. */
  static final TriageEngine FAST_FROM_45 =
      FILES
          .replacing(
              "imci-child/derived.drl",
              "atLeast(\"age-months\", 12), atLeast(\"respiratory-rate\", 40)",
              "atLeast(\"age-months\", 12), atLeast(\"respiratory-rate\", 45)")
          .load();

  /** Rules without most of their thousand cases, each of which is answered twice. */
  private record FewCases(RuleFiles all) implements RuleFiles {

    @Override
    public Optional<String> find(String path) {
      return all.find(path);
    }

    @Override
    public List<String> list(String folder) {
      return all.list(folder).stream()
          .filter(path -> !path.startsWith(CASES) || KEPT.contains(path))
          .toList();
    }
  }

  private ChildRules() {}
}
