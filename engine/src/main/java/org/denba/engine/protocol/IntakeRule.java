package org.denba.engine.protocol;

import org.denba.engine.dictionary.DataElement;

/**
 * How one finding is read as another before the first stratum: a concept told under another
 * protocol's id, or a sign that implies another.
 *
 * @param from the element that was told
 * @param value {@code yes}, a code, {@code not-done}, {@code not-done:reason}, or {@code same} for
 *     whatever was told
 * @param to the element that it is read as
 * @param becomes {@code yes}, a code, {@code unknown}, or {@code same}
 * @param mode how it meets what was told of {@code to}
 */
public record IntakeRule(
    DataElement from, String value, DataElement to, String becomes, Mode mode) {

  private static final String UNKNOWN = "unknown";

  /** Whether it reads this code of an element as if nothing had been said. */
  public boolean forgets(DataElement element, String code) {
    return mode == Mode.REPLACE
        && from.index() == element.index()
        && to.index() == element.index()
        && value.equals(code)
        && becomes.equals(UNKNOWN);
  }

  /** How an intake rule meets what is known already. */
  public enum Mode {
    /** Copied; where both were told and differ the more severe (yes) counts, with a warning. */
    SYNONYM("synonym"),
    /** Set whatever was told; a contradiction gives a warning. */
    IMPLIES("implies"),
    /** Set only where nothing was told. */
    IF_BLANK("if-blank"),
    /** The same element, read as another value. */
    REPLACE("replace"),
    /** Nothing is changed: the two cannot both be right, and the answer says so. */
    CONTRADICTS("contradicts"),
    /** "Not done" is handed on where nothing was told. */
    NOT_DONE_IF_BLANK("not-done-if-blank");

    private final String word;

    Mode(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
