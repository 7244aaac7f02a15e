package org.denba.engine.rules;

/**
 * A rule file that cannot be used. The message names the file (and the row and column where known),
 * what is wrong and what to do.
 */
public class RuleFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param where the file, or {@code file:row}, or {@code file:row:column}
   * @param problem what is wrong and what to do
   */
  public RuleFileException(String where, String problem) {
    super(where + ": " + problem);
  }

  public RuleFileException(String where, String problem, Throwable cause) {
    super(where + ": " + problem, cause);
  }

  /** The same complaint in other words. */
  public RuleFileException(String message, RuleFileException cause) {
    super(message, cause);
  }
}
