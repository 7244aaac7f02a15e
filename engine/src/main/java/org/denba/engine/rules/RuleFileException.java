package org.denba.engine.rules;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Rule files that cannot be used. The message names the file (and the row and column where known),
 * what is wrong and what to do; {@link #problems()} gives the same one by one.
 */
public class RuleFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * @param where the file, or {@code file:row}, or {@code file:row:column}
   * @param problem what is wrong and what to do
   */
  public RuleFileException(String where, String problem) {
    super(where + ": " + problem);
    this.problems = List.of(new Problem(where, problem));
  }

  public RuleFileException(String where, String problem, Throwable cause) {
    super(where + ": " + problem, cause);
    this.problems = List.of(new Problem(where, problem));
  }

  private RuleFileException(String message, List<Problem> problems, Throwable cause) {
    super(message, cause);
    this.problems = List.copyOf(problems);
  }

  /**
   * One complaint about several problems; about a single one it says only that.
   *
   * @param what what was read
   */
  public static RuleFileException of(String what, List<Problem> problems) {
    String each = problems.stream().map(Problem::toString).collect(Collectors.joining("\n  "));
    return new RuleFileException(
        problems.size() == 1 ? each : what + ": " + problems.size() + " problem(s)\n  " + each,
        problems,
        null);
  }

  /** The same complaint in other words. */
  public RuleFileException inOtherWords(UnaryOperator<String> words) {
    return new RuleFileException(
        words.apply(getMessage()),
        problems.stream()
            .map(problem -> new Problem(words.apply(problem.where()), words.apply(problem.says())))
            .toList(),
        this);
  }

  /** Each thing that is wrong. */
  public List<Problem> problems() {
    return problems;
  }
}
