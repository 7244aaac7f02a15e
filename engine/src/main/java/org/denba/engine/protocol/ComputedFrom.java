package org.denba.engine.protocol;

import java.util.BitSet;
import java.util.List;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;

/**
 * Says from which findings a derived element is computed: what a client must send instead of it.
 */
public final class ComputedFrom {

  private ComputedFrom() {}

  /**
   * The ids of the collected elements below a derived one, in dictionary order; empty where this
   * protocol does not derive it.
   */
  public static List<String> of(Protocol protocol, DataElement derived, DataDictionary dictionary) {
    BitSet walked = new BitSet(protocol.slots());
    BitSet leaves = new BitSet(dictionary.size());
    walk(protocol, derived.index(), walked, leaves, dictionary.size());
    leaves.clear(derived.index());
    return leaves.stream().mapToObj(slot -> dictionary.elements().get(slot).id()).toList();
  }

  private static void walk(
      Protocol protocol, int slot, BitSet walked, BitSet leaves, int elements) {
    if (walked.get(slot)) {
      return;
    }
    walked.set(slot);
    for (Measurements.DaysSince days : protocol.measurements().daysSince()) {
      if (days.slot() == slot) {
        leaves.set(days.dateSlot());
        return;
      }
    }
    List<DataElement> vaccination =
        protocol
            .measurements()
            .vaccines()
            .map(schedule -> schedule.restsOn(slot))
            .orElse(List.of());
    if (!vaccination.isEmpty()) {
      vaccination.forEach(element -> leaves.set(element.index()));
      return;
    }
    List<Alternative> rules = protocol.alternativesOf(slot);
    if (rules.isEmpty() && slot < elements) {
      leaves.set(slot);
    }
    for (Alternative rule : rules) {
      rule.conditions()
          .forEach(
              condition -> condition.reads(read -> walk(protocol, read, walked, leaves, elements)));
    }
  }
}
