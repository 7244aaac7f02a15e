package org.denba.fhir.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.denba.engine.TriageEngine;

/**
 * Compares the answers with those of the rules that are active. When a patient would become less
 * urgent, a person has to have seen that: the step goes on only for who sends back the digest of
 * this very impact.
 */
final class ImpactStep implements Step {

  private static final int MOST_PAIRS = 200;

  /** What comparing two sets of rules found; patients of it are invented. */
  private final ConcurrentHashMap<String, CaseImpact> known = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "impact";
  }

  @Override
  public StepResult run(Candidate candidate) {
    if (candidate.running() == null) {
      return StepResult.passed(name(), "no rules are active: there is nothing to compare with");
    }
    TriageEngine running = candidate.running().engine();
    String pair = rules(running) + " " + rules(candidate.engine());
    if (known.size() > MOST_PAIRS) {
      known.clear();
    }
    CaseImpact impact =
        known.computeIfAbsent(
            pair, p -> CaseImpact.between(running, candidate.engine(), candidate.options()));
    String digest = impact.digest(pair);
    List<String> details = new ArrayList<>(impact.lines());
    if (!impact.dangerous() || digest.equals(candidate.request().accept())) {
      String accepted = impact.dangerous() ? "; accepted " + digest : "";
      return new StepResult(
          name(), StepResult.Result.PASSED, impact.summary() + accepted, details, 0);
    }
    details.add(
        0,
        "whoever has read this and wants it all the same sends \"accept\": \""
            + digest
            + "\" with a reason");
    return new StepResult(name(), StepResult.Result.NEEDS_ACCEPTANCE, impact.summary(), details, 0);
  }

  private static String rules(TriageEngine engine) {
    StringBuilder digests = new StringBuilder();
    engine.rules().forEach(protocol -> digests.append(protocol.digest()).append(' '));
    return digests.toString();
  }
}
