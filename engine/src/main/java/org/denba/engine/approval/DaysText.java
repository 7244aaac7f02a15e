package org.denba.engine.approval;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.denba.engine.protocol.DayCount;

/** Counts of days as a rule file writes them, whatever the numbers of the slots. */
final class DaysText {

  private final IntFunction<String> names;
  private final BitSet reads;

  /**
   * @param names the id of a slot
   * @param reads receives the slots that the counts look at
   */
  DaysText(IntFunction<String> names, BitSet reads) {
    this.names = names;
    this.reads = reads;
  }

  String of(List<DayCount> counts) {
    return counts.stream().map(this::one).collect(Collectors.joining(" "));
  }

  private String one(DayCount count) {
    if (count instanceof DayCount.Fixed fixed) {
      return String.valueOf(fixed.number());
    }
    if (count instanceof DayCount.OfParameter parameter) {
      return "{" + parameter.id() + "}";
    }
    if (count instanceof DayCount.Until until) {
      return "until(" + slot(until.slot()) + ", " + one(until.target()) + ")";
    }
    if (count instanceof DayCount.OfQuantity quantity) {
      return slot(quantity.slot());
    }
    return "latest(" + of(((DayCount.Latest) count).counts()) + ")";
  }

  private String slot(int slot) {
    reads.set(slot);
    return names.apply(slot);
  }
}
