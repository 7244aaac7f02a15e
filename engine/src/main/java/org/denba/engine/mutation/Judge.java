package org.denba.engine.mutation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.denba.engine.TriageEngine;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.condition.Condition;
import org.denba.engine.mutation.Verdict.Fate;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
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
   * The cases to run, those first that are likely to notice. Where nothing but conditions differs,
   * a case can only notice when one of them holds in it and did not, or the other way round: the
   * rules are read stratum by stratum, and the first that differs must differ on what the case saw.
   */
  private List<Integer> order(Protocol changed) {
    List<Integer> first = new ArrayList<>();
    List<Integer> rest = new ArrayList<>();
    List<Difference> differences = differences(changed);
    boolean sameShape = sameShape(changed);
    for (int at = 0; at < suite.cases().size(); at++) {
      Optional<Assessment> seen = suite.seen().get(at).map(each -> each.assessment());
      if (seen.isPresent() && differences.stream().anyMatch(each -> each.shows(seen.get()))) {
        first.add(at);
      } else {
        rest.add(at);
      }
    }
    if (!(sameShape && !differences.isEmpty())) {
      first.addAll(rest);
    }
    return first;
  }

  /**
   * Whether the same rules stand in the same order and say the same: rows that change places keep
   * their names, and a colour may be a condition of something else.
   */
  private boolean sameShape(Protocol changed) {
    return changed.slots() == suite.protocol().slots()
        && said(changed).equals(said(suite.protocol()))
        && names(changed).equals(names(suite.protocol()));
  }

  /** What the rows say when they hold, whatever their conditions. */
  private static List<List<Object>> said(Protocol protocol) {
    List<List<Object>> said = new ArrayList<>();
    for (Row row : protocol.rows()) {
      said.add(Arrays.asList(row.id(), row.classification(), row.colour(), row.followUp()));
      row.lines().forEach(line -> said.add(List.of(line.urgency(), line.flag())));
    }
    return said;
  }

  private static List<String> names(Protocol protocol) {
    return protocol.alternatives().stream().map(Judge::name).toList();
  }

  /** Conditions before and after; null where there were none. */
  private record Difference(List<Condition> before, List<Condition> after) {

    boolean shows(Assessment seen) {
      return holds(before, seen, true) != holds(after, seen, true)
          || holds(before, seen, false) != holds(after, seen, false);
    }

    private static boolean holds(List<Condition> all, Assessment seen, boolean possible) {
      return all != null && all.stream().allMatch(each -> each.test(seen, possible));
    }
  }

  private List<Difference> differences(Protocol changed) {
    List<Difference> differences = new ArrayList<>();
    if (!sameShape(changed)) {
      Map<String, Alternative> left = new HashMap<>();
      changed.alternatives().forEach(each -> left.put(name(each), each));
      suite.protocol().alternatives().stream()
          .filter(each -> !left.containsKey(name(each)))
          .forEach(each -> differences.add(new Difference(each.conditions(), null)));
      return differences;
    }
    for (int i = 0; i < changed.alternatives().size(); i++) {
      List<Condition> before = suite.protocol().alternatives().get(i).conditions();
      List<Condition> after = changed.alternatives().get(i).conditions();
      if (!Objects.equals(before, after)) {
        differences.add(new Difference(before, after));
      }
    }
    return differences;
  }

  private static String name(Alternative rule) {
    return rule.where().split(":")[0] + " " + rule.name();
  }
}
