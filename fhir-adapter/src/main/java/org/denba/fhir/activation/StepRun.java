package org.denba.fhir.activation;

import java.util.List;
import java.util.function.Supplier;
import org.denba.engine.rules.RuleFileException;
import org.denba.fhir.activation.Activation.Outcome;
import org.denba.fhir.problem.StackOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the steps of one activation until one does not pass. */
record StepRun(Activation activation) {

  private static final Logger LOG = LoggerFactory.getLogger(StepRun.class);

  /**
   * @return {@link Outcome#READY} when every step passed
   */
  Outcome all(List<Step> ordered, Candidate candidate) {
    for (Step step : ordered) {
      Outcome outcome = one(step.name(), () -> step.run(candidate), Outcome.READY);
      if (candidate.impact() != null) {
        activation.compared(candidate.impact());
      }
      if (candidate.digest() != null) {
        Integer known = candidate.known() == null ? null : candidate.known().number();
        activation.of(known, candidate.digest());
      }
      if (outcome != Outcome.READY) {
        return outcome;
      }
    }
    return Outcome.READY;
  }

  /**
   * Runs one step; whatever goes wrong in it is a failed step.
   *
   * @param passed the outcome when it passed
   */
  Outcome one(String name, Supplier<StepResult> step, Outcome passed) {
    long start = System.nanoTime();
    StepResult result;
    try {
      result = step.get();
    } catch (RuleFileException e) {
      List<String> lines = e.getMessage().lines().map(String::strip).toList();
      result = StepResult.failed(name, lines.get(0), lines.subList(1, lines.size()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.error("the step {} failed: {}", name, new StackOnly(e).text());
      result =
          StepResult.failed(name, "a fault of the program, see the log of the service", List.of());
    }
    activation.add(result.after((System.nanoTime() - start) / 1_000_000));
    return switch (result.result()) {
      case PASSED -> passed;
      case NEEDS_ACCEPTANCE -> Outcome.NEEDS_ACCEPTANCE;
      case FAILED -> Outcome.FAILED;
    };
  }
}
