package org.denba.engine.check;

/** How much a mistake matters. */
public enum Severity {
  /** The rules are refused. */
  ERROR("error"),
  /** The rules are used; somebody should look at it. */
  WARNING("warning");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** {@code error} or {@code warning}. */
  public String word() {
    return word;
  }
}
