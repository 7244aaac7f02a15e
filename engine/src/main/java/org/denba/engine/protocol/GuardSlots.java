package org.denba.engine.protocol;

import java.util.Arrays;
import java.util.List;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;

/** The slots that say whether a guarded question is asked, behind those of signs and rows. */
final class GuardSlots {

  private final ProtocolParts parts;
  private final DataDictionary dictionary;
  private final Problems problems;

  GuardSlots(ProtocolParts parts, DataDictionary dictionary, Problems problems) {
    this.parts = parts;
    this.dictionary = dictionary;
    this.problems = problems;
  }

  /** Gives each guard its slot and the rule that makes it true; one more for a question is told. */
  void add(List<SideTableReader.Guard> guards) {
    int firstGuard = parts.slots;
    parts.slots += guards.size();
    parts.guardOf = new int[parts.slots];
    Arrays.fill(parts.guardOf, -1);
    for (SideTableReader.Guard guard : guards) {
      int slot = firstGuard++;
      if (parts.guardOf[guard.element().index()] >= 0) {
        problems.add(
            guard.where(),
            "'" + guard.element().id() + "' has a guard already: join the two with or");
      }
      parts.guardOf[guard.element().index()] = slot;
      parts.alternatives.add(
          new Alternative(
              parts.alternatives.size(),
              "asked " + guard.element().id(),
              guard.where(),
              slot,
              -1,
              List.of(guard.askedWhen()),
              ""));
    }
    parts.provedOnly = Arrays.copyOf(parts.provedOnly, parts.slots);
    parts.codedSlot = new boolean[parts.slots];
    for (DataElement element : dictionary.elements()) {
      parts.codedSlot[element.index()] = element.derived() && element.type() == ElementType.CODED;
    }
  }
}
