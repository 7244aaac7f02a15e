package org.denba.engine.protocol;

import java.util.List;
import org.denba.engine.condition.Condition;

/**
 * A "not done" that closes a question: from then on comparisons on the element are false instead of
 * unknown.
 *
 * @param slot the element
 * @param reasons the reasons that close it; empty for any reason
 * @param whenKnown another element whose value must be known, or -1
 * @param unless a condition on parameters under which it stays open, or null
 * @param warning code of the warning that the answer then carries, or empty
 * @param comparisons what becomes of the conditions that look at the element
 */
public record Closing(
    int slot,
    List<String> reasons,
    int whenKnown,
    Condition unless,
    String warning,
    Comparisons comparisons) {

  /** The code by which a coded element says that it was not done. */
  public static final String NOT_DONE_CODE = "not-done";

  /** What "not done" means for the conditions that look at the element. */
  public enum Comparisons {
    /** They are false; {@code notDone(x)} is true. */
    CLOSED("closed"),
    /** They stay unknown, but {@code notDone(x)} is true (a gestation that nobody can tell). */
    OPEN("open"),
    /** It is one of the element's answers, like any other code: {@code is(x, not-done)}. */
    CODE("code");

    private final String word;

    Comparisons(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public boolean closesFor(String reason) {
    return reasons.isEmpty() || reasons.contains(reason);
  }
}
