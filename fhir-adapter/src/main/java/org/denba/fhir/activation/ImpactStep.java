package org.denba.fhir.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denba.fhir.protocols.LoadedRules;

/**
 * Compares the answers with those of the rules that are active. When a patient could come to harm,
 * a person has to have seen that: the step goes on only for who sends back the digest of this very
 * impact. A reviewer has always seen one: it must be this one.
 */
record ImpactStep(Impacts impacts) implements Step {

  static final String BUILT_IN = "built-in";

  @Override
  public String name() {
    return "impact";
  }

  /** What to call the rules that are active. */
  static String name(LoadedRules running) {
    return Optional.ofNullable(running.version())
        .map(version -> "version " + version.number())
        .orElse(BUILT_IN);
  }

  @Override
  public StepResult run(Candidate candidate) {
    if (candidate.running() == null) {
      return StepResult.passed(name(), "no rules are active: there is nothing to compare with");
    }
    ActivationRequest request = candidate.request();
    ImpactOfChange impact =
        impacts.between(
            candidate.running().engine(),
            candidate.engine(),
            name(candidate.running()),
            request.change() == null ? "the edited rules" : ChangeReviews.name(request.change()));
    candidate.compared(impact);
    List<String> details = new ArrayList<>(impact.lines());
    if (request.mode() == ActivationRequest.Mode.PROPOSE) {
      return new StepResult(name(), StepResult.Result.PASSED, impact.summary(), details, 0);
    }
    boolean seen = impact.digest().equals(request.accept());
    if (request.change() != null && !seen) {
      details.add(0, "other rules are active than those that it was compared with");
      return new StepResult(
          name(),
          StepResult.Result.NEEDS_ACCEPTANCE,
          "this is not the impact that was reviewed: read it again and decide again",
          details,
          0);
    }
    if (!impact.dangerous() || seen) {
      String accepted = impact.dangerous() ? "; accepted " + impact.digest() : "";
      return new StepResult(
          name(), StepResult.Result.PASSED, impact.summary() + accepted, details, 0);
    }
    details.add(
        0,
        "whoever has read this and wants it all the same sends \"accept\": \""
            + impact.digest()
            + "\" with a reason, or lets it through in the review");
    return new StepResult(name(), StepResult.Result.NEEDS_ACCEPTANCE, impact.summary(), details, 0);
  }
}
