package org.denba.engine.protocol;

/**
 * The colours of the WHO chart booklet. {@code NONE} is for rows that only give actions
 * (prevention, prompts).
 */
public enum Colour {
  NONE("none"),
  GREEN("green"),
  YELLOW("yellow"),
  PINK("pink");

  private final String code;

  Colour(String code) {
    this.code = code;
  }

  /** The code that clients see. */
  public String code() {
    return code;
  }
}
