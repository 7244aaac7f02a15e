package org.denba.fhir.activation;

import java.util.List;

/**
 * What one step of an activation said.
 *
 * @param name the step ({@code load}, {@code cases}, …)
 * @param result how it ended
 * @param summary one sentence
 * @param details each mistake or change, most important first
 * @param millis how long it took
 */
public record StepResult(
    String name, Result result, String summary, List<String> details, long millis) {

  private static final int MOST_DETAILS = 500;

  /** How a step can end. */
  public enum Result {
    PASSED("passed"),
    FAILED("failed"),
    /** Nothing is wrong, but a person has to have seen it. */
    NEEDS_ACCEPTANCE("needs-acceptance");

    private final String code;

    Result(String code) {
      this.code = code;
    }

    /** The word in files and answers. */
    public String code() {
      return code;
    }
  }

  public StepResult {
    details =
        details.size() > MOST_DETAILS
            ? List.copyOf(details.subList(0, MOST_DETAILS))
            : List.copyOf(details);
  }

  static StepResult passed(String name, String summary) {
    return new StepResult(name, Result.PASSED, summary, List.of(), 0);
  }

  static StepResult failed(String name, String summary, List<String> details) {
    return new StepResult(name, Result.FAILED, summary, details, 0);
  }

  StepResult after(long duration) {
    return new StepResult(name, result, summary, details, duration);
  }
}
