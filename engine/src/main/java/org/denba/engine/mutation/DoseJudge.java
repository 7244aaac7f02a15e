package org.denba.engine.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.TriageEngine;
import org.denba.engine.mutation.Verdict.Fate;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.triage.RuleSet;
import org.denba.engine.triage.RuleVariants;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Recommendation;
import org.denba.engine.verification.CaseRunner;
import org.denba.engine.verification.ClinicalCase;

/** Tells what becomes of the mutants of the dose tables: cases that are given the medicine run. */
final class DoseJudge {

  private final Map<String, List<ClinicalCase>> given = new HashMap<>();
  private final TriageEngine engine;
  private final RuleVariants variants;

  DoseJudge(TriageEngine engine, List<Suite> suites) {
    this.engine = engine;
    this.variants = engine.variants();
    for (Suite suite : suites) {
      for (ClinicalCase each : suite.cases()) {
        TriageResult answer = CaseRunner.run(engine, each).answer().result();
        for (; answer != null; answer = answer.companion()) {
          answer.recommendations().stream()
              .map(Recommendation::id)
              .distinct()
              .forEach(id -> given.computeIfAbsent(id, k -> new ArrayList<>()).add(each));
        }
      }
    }
  }

  Verdict judge(Mutant mutant) {
    RuleSet changed;
    try {
      changed = variants.with(mutant.file(), mutant.text().get());
    } catch (RuleFileException e) {
      return new Verdict(mutant, Fate.REFUSED, e.getMessage());
    }
    List<ClinicalCase> cases = given.getOrDefault(mutant.part(), List.of());
    for (ClinicalCase each : cases) {
      if (Judge.fails(changed, each)) {
        return new Verdict(mutant, Fate.KILLED, each.id());
      }
    }
    return new Verdict(mutant, Fate.SURVIVED, SilentCase.find(engine, changed, cases).orElse(""));
  }
}
