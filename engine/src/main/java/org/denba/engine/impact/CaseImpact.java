package org.denba.engine.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.TriageEngine;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.verification.CaseAnswer;
import org.denba.engine.verification.CaseFiles;
import org.denba.engine.verification.ClinicalCase;

/** Runs the cases of both sets of rules with both. */
final class CaseImpact {

  private final TriageEngine before;
  private final TriageEngine after;
  private final LocalDate day;
  private final List<ChangedCase> changed = new ArrayList<>();

  private CaseImpact(TriageEngine before, TriageEngine after, LocalDate day) {
    this.before = before;
    this.after = after;
    this.day = day;
  }

  /**
   * @param differing the protocols whose rules differ
   * @param files the files that differ: cases may change where the rules do not
   */
  static List<ChangedCase> of(
      TriageEngine before,
      TriageEngine after,
      List<String> differing,
      Set<String> files,
      LocalDate day) {
    CaseImpact impact = new CaseImpact(before, after, day);
    for (String protocol : Impact.protocols(before, after)) {
      if (differing.contains(protocol)
          || files.stream().anyMatch(file -> file.startsWith(protocol + "/cases/"))) {
        impact.protocol(protocol);
      }
    }
    return impact.changed.stream()
        .sorted(
            Comparator.comparing(ChangedCase::worst)
                .thenComparing(ChangedCase::protocol)
                .thenComparing(ChangedCase::id))
        .toList();
  }

  private void protocol(String protocol) {
    Map<String, ClinicalCase> old = cases(before, protocol);
    Map<String, ClinicalCase> now = cases(after, protocol);
    old.forEach((id, each) -> compare(protocol, each, now.get(id)));
    now.forEach(
        (id, each) -> {
          if (!old.containsKey(id)) {
            compare(protocol, null, each);
          }
        });
  }

  private Map<String, ClinicalCase> cases(TriageEngine engine, String protocol) {
    Map<String, ClinicalCase> byId = new LinkedHashMap<>();
    if (engine.rules().stream().noneMatch(each -> each.id().equals(protocol))) {
      return byId;
    }
    RuleFiles files = engine.files();
    try {
      CaseFiles.read(engine, files, protocol, day).forEach(each -> byId.put(each.id(), each));
    } catch (RuleFileException e) {
      changed.add(
          new ChangedCase(
              protocol,
              protocol + "/cases",
              "",
              "",
              List.of(),
              engine != before,
              engine != after,
              List.of(e.getMessage())));
    }
    return byId;
  }

  /** The patient of the old case is asked about; what is expected is what each version says. */
  private void compare(String protocol, ClinicalCase old, ClinicalCase now) {
    ClinicalCase asked = old != null ? old : now;
    CaseAnswer was = Impact.ask(before, asked.request(), day);
    CaseAnswer is = Impact.ask(after, asked.request(), day);
    List<Move> moves = AnswerComparison.of(was, is);
    boolean passedBefore = old == null || passes(was, old);
    List<String> failures = now == null ? List.of() : failures(now);
    boolean fails = !failures.isEmpty();
    if (!moves.isEmpty() || fails && passedBefore) {
      changed.add(
          new ChangedCase(
              protocol,
              asked.file(),
              asked.id(),
              asked.title(),
              moves,
              passedBefore,
              !fails,
              failures));
    }
  }

  private static boolean passes(CaseAnswer answer, ClinicalCase tested) {
    List<String> failures = new ArrayList<>();
    tested.expected().forEach(expectation -> expectation.check(answer, failures::add));
    return failures.isEmpty();
  }

  private List<String> failures(ClinicalCase tested) {
    List<String> failures = new ArrayList<>();
    CaseAnswer answer = Impact.ask(after, tested.request(), day);
    tested.expected().forEach(expectation -> expectation.check(answer, failures::add));
    return failures;
  }
}
