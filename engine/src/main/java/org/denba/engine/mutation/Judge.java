package org.denba.engine.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.denba.engine.TriageEngine;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.mutation.Verdict.Fate;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.triage.RuleSet;
import org.denba.engine.triage.RuleVariants;
import org.denba.engine.verification.CaseRunner;
import org.denba.engine.verification.ClinicalCase;

/** Tells what becomes of the mutants of one protocol: the cases that can notice are run. */
final class Judge {

  private final Suite suite;
  private final RuleVariants variants;
  private final Equivalence equivalence;

  Judge(Suite suite, TriageEngine engine, Equivalence equivalence) {
    this.suite = suite;
    this.variants = engine.variants();
    this.equivalence = equivalence;
  }

  Verdict judge(Mutant mutant) {
    return judge(mutant, equivalence::judge);
  }

  /** What notices the mutant: the reader of the rules or a case; survived where neither does. */
  Verdict noticed(Mutant mutant) {
    return judge(mutant, (unnoticed, changed) -> new Verdict(unnoticed, Fate.SURVIVED, ""));
  }

  private Verdict judge(Mutant mutant, BiFunction<Mutant, RuleSet, Verdict> unnoticed) {
    RuleSet changed;
    try {
      changed = variants.with(mutant.file(), mutant.text().get());
    } catch (RuleFileException e) {
      return new Verdict(mutant, Fate.REFUSED, e.getMessage());
    }
    for (int at : order(changed.protocol(suite.protocol().id()))) {
      ClinicalCase tested = suite.cases().get(at);
      if (fails(changed, tested)) {
        return new Verdict(mutant, Fate.KILLED, tested.id());
      }
    }
    return unnoticed.apply(mutant, changed);
  }

  static boolean fails(RuleSet changed, ClinicalCase tested) {
    try {
      return !CaseRunner.run(changed::triage, tested).passed();
    } catch (IllegalStateException | IllegalArgumentException e) {
      // rules that contradict themselves stop: that does not go unnoticed
      return true;
    }
  }

  /**
   * The cases to run, those first in which a rule that differs holds and did not, or the other way
   * round: they are likely to notice. In the others only the questions can differ.
   */
  private List<Integer> order(Protocol changed) {
    List<Integer> first = new ArrayList<>();
    List<Integer> rest = new ArrayList<>();
    RuleDifferences differences = new RuleDifferences(suite.protocol(), changed);
    for (int at = 0; at < suite.cases().size(); at++) {
      Optional<Assessment> seen = suite.seen().get(at).map(each -> each.assessment());
      if (seen.isPresent() && differences.show(seen.get())) {
        first.add(at);
      } else {
        rest.add(at);
      }
    }
    first.addAll(rest);
    return first;
  }
}
