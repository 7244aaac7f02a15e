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
 */
public record Closing(
    int slot, List<String> reasons, int whenKnown, Condition unless, String warning) {

  public boolean closesFor(String reason) {
    return reasons.isEmpty() || reasons.contains(reason);
  }
}
