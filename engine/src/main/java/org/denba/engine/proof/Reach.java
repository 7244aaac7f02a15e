package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.denba.engine.condition.Condition;
import org.denba.engine.protocol.Closing;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;

/** The slots that a change can reach. */
final class Reach {

  private Reach() {}

  /** The slots that the change can reach; all of them where rows are others. */
  static Set<Integer> of(Encoding was, Encoding is, InputSpace space) {
    Protocol one = was.protocol();
    Protocol other = is.protocol();
    Set<Integer> touched = new LinkedHashSet<>();
    boolean sameRows = ids(one).equals(ids(other));
    int elements = space.dictionary().size();
    for (int slot = 0; slot < elements + one.rows().size(); slot++) {
      if (!sameRows || !rules(one, slot).equals(rules(other, slot))) {
        touched.add(slot);
      }
    }
    for (int slot = 0; slot < elements; slot++) {
      if (!rules(one, one.guardOf(slot)).equals(rules(other, other.guardOf(slot)))
          || !closings(one, slot).equals(closings(other, slot))) {
        touched.add(slot);
      }
    }
    for (int i = 0; sameRows && i < one.rows().size(); i++) {
      if (!said(one.rows().get(i)).equals(said(other.rows().get(i)))) {
        touched.add(one.rows().get(i).slot());
      }
    }
    boolean more = true;
    while (more) {
      more = false;
      for (Encoding each : List.of(was, is)) {
        for (int slot : Set.copyOf(touched)) {
          more |= touched.addAll(each.dependencies().readBy(slot));
        }
      }
    }
    return touched;
  }

  private static List<String> ids(Protocol protocol) {
    return protocol.rows().stream().map(Row::id).toList();
  }

  private static List<Closing> closings(Protocol protocol, int slot) {
    return protocol.closings().stream().filter(closing -> closing.slot() == slot).toList();
  }

  /** What a row says beside its conditions. */
  static List<Object> said(Row row) {
    List<Object> said = new ArrayList<>();
    said.add(row.colour());
    said.add(row.classification());
    said.add(row.subCharts());
    said.add(row.followUp() == null ? "" : row.followUp());
    row.lines().forEach(line -> said.addAll(List.of(line.urgency(), line.flag())));
    return said;
  }

  static List<List<Condition>> rules(Protocol protocol, int slot) {
    return slot >= 0 && slot < protocol.slots()
        ? protocol.alternativesOf(slot).stream().map(rule -> rule.conditions()).toList()
        : List.of();
  }
}
