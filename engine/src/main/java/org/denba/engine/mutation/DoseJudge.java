package org.denba.engine.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.TriageEngine;
import org.denba.engine.dosing.DoseBook;
import org.denba.engine.dosing.DoseCase;
import org.denba.engine.mutation.Verdict.Fate;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.triage.RuleSet;
import org.denba.engine.triage.RuleVariants;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Recommendation;
import org.denba.engine.verification.CaseRunner;
import org.denba.engine.verification.ClinicalCase;
import org.denba.engine.verification.DoseCases;

/**
 * Tells what becomes of the mutants of the dose tables: the dose cases of the treatment are asked,
 * then the cases of all protocols in which the treatment is given are run.
 */
final class DoseJudge {

  private final Map<String, List<ClinicalCase>> given = new HashMap<>();
  private final RuleVariants variants;
  private final DoseCases doseCases;
  private final DoseComparison comparison;

  DoseJudge(TriageEngine engine, List<Suite> suites) {
    this.variants = engine.variants();
    this.doseCases = DoseCases.read(engine, engine.files());
    doseCases
        .failures(variants.doses())
        .forEach(
            failure -> {
              throw new IllegalStateException(
                  "the dose case "
                      + failure.caseId()
                      + " fails before any rule is changed: mend it first: "
                      + failure.lines());
            });
    this.comparison = new DoseComparison(engine, doseCases.parameters());
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
    String text = mutant.text().get();
    DoseBook doses;
    RuleSet changed;
    try {
      doses = variants.doses(mutant.part(), text);
      changed = variants.with(mutant.file(), text);
    } catch (RuleFileException e) {
      return new Verdict(mutant, Fate.REFUSED, e.getMessage());
    }
    for (DoseCase each : doseCases.cases()) {
      if (each.treatment().equals(mutant.part()) && fails(each, doses)) {
        return new Verdict(mutant, Fate.KILLED, each.where());
      }
    }
    for (ClinicalCase each : given.getOrDefault(mutant.part(), List.of())) {
      if (Judge.fails(changed, each)) {
        return new Verdict(mutant, Fate.KILLED, each.id());
      }
    }
    Optional<String> missing = comparison.find(mutant.part(), text, doses);
    return missing
        .map(line -> new Verdict(mutant, Fate.SURVIVED, line))
        .orElseGet(() -> new Verdict(mutant, Fate.EQUIVALENT, DoseComparison.METHOD));
  }

  private boolean fails(DoseCase each, DoseBook doses) {
    try {
      return !each.failures(doses, doseCases.parameters()::get).isEmpty();
    } catch (IllegalArgumentException e) {
      // a table that stops does not go unnoticed
      return true;
    }
  }
}
