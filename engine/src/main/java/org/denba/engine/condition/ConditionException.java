package org.denba.engine.condition;

/**
 * A condition that cannot be read; the message says what was found, what is allowed and the nearest
 * right word.
 */
public class ConditionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ConditionException(String message) {
    super(message);
  }
}
