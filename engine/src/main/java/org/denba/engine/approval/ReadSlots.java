package org.denba.engine.approval;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.denba.engine.condition.Condition;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Closing;
import org.denba.engine.protocol.IntakeRule;
import org.denba.engine.protocol.Measurements;
import org.denba.engine.protocol.Protocol;

/**
 * Everything that a condition rests on: the signs that it looks at, the rules that derive them, the
 * rows, guards, closing answers, intake rules and measurements behind those.
 */
final class ReadSlots {

  private static final String GROWTH = "z-score";
  private static final String CALENDAR = "vaccination calendar";

  private final Protocol protocol;
  private final DataDictionary dictionary;

  /** What a computed value rests on that stands in a file of its own. */
  private final TablesOf tables;

  private final Part[] parts;

  /** The text of a table or folder of tables: growth standards, the vaccination calendar. */
  interface TablesOf {
    String growth();

    String calendar();
  }

  /** One slot: what is said of it, and the slots behind it. */
  private record Part(String name, String text, int[] reads) {}

  ReadSlots(Protocol protocol, DataDictionary dictionary, TablesOf tables) {
    this.protocol = protocol;
    this.dictionary = dictionary;
    this.tables = tables;
    this.parts = new Part[protocol.slots()];
  }

  /**
   * The texts of all slots behind these, in the order of their names.
   *
   * @param throughRows whether what stands behind a row that is read counts too
   */
  String behind(BitSet read, boolean throughRows) {
    TreeMap<String, String> texts = new TreeMap<>();
    BitSet seen = new BitSet();
    Deque<Integer> waiting = new ArrayDeque<>();
    read.stream().forEach(waiting::add);
    while (!waiting.isEmpty()) {
      int slot = waiting.remove();
      if (!seen.get(slot)) {
        seen.set(slot);
        if (!throughRows && isRow(slot)) {
          texts.put(name(slot), name(slot));
          continue;
        }
        Part part = part(slot);
        texts.put(part.name() + String.format("/%06d", slot), part.name() + " " + part.text());
        for (int next : part.reads()) {
          waiting.add(next);
        }
      }
    }
    return String.join("\n", texts.values());
  }

  private boolean isRow(int slot) {
    return slot >= dictionary.size() && protocol.guardedBy(slot) < 0;
  }

  /** A rule as text: all of its conditions. */
  static String text(List<Condition> conditions) {
    return conditions.stream().map(Condition::text).collect(Collectors.joining(" and "));
  }

  private Part part(int slot) {
    if (parts[slot] == null) {
      parts[slot] = make(slot);
    }
    return parts[slot];
  }

  private Part make(int slot) {
    StringBuilder text = new StringBuilder();
    BitSet reads = new BitSet();
    String name = name(slot);
    if (slot < dictionary.size()) {
      element(dictionary.elements().get(slot), text, reads);
    }
    for (Alternative rule : protocol.alternativesOf(slot)) {
      text.append("\n  = ")
          .append(text(rule.conditions()))
          .append(rule.code() < 0 ? "" : " -> " + rule.code())
          .append(" [")
          .append(rule.source())
          .append(']');
      rule.conditions().forEach(condition -> condition.reads(reads::set));
    }
    if (slot < dictionary.size()) {
      rulesAround(slot, text, reads);
    }
    return new Part(name, text.toString(), reads.stream().toArray());
  }

  /** How a slot is called: an element's id, or which row or question it is. */
  String name(int slot) {
    if (slot < dictionary.size()) {
      return dictionary.elements().get(slot).id();
    }
    int guarded = protocol.guardedBy(slot);
    if (guarded >= 0) {
      return "question " + dictionary.elements().get(guarded).id();
    }
    return protocol.rows().stream()
        .filter(row -> row.slot() == slot)
        .map(row -> "row " + row.id())
        .findFirst()
        .orElseThrow();
  }

  private void element(DataElement element, StringBuilder text, BitSet reads) {
    int slot = element.index();
    text.append(element.type())
        .append(' ')
        .append(element.unit())
        .append(' ')
        .append(element.codes())
        .append(' ')
        .append(protocol.allowed(slot).or(element::allowed))
        .append(protocol.plausible(slot))
        .append(element.history() ? " history" : "")
        .append(protocol.isProvedOnly(slot) ? " proved-only" : "");
    if (protocol.guardOf(slot) >= 0) {
      reads.set(protocol.guardOf(slot));
    }
  }

  private void rulesAround(int slot, StringBuilder text, BitSet reads) {
    for (Closing closing : protocol.closings()) {
      if (closing.slot() == slot) {
        text.append("\n  closes ")
            .append(closing.reasons())
            .append(closing.warning())
            .append(' ')
            .append(closing.comparisons().word());
        other(closing.whenKnown(), text, reads);
        condition(closing.unless(), text, reads::set);
      }
    }
    for (IntakeRule rule : protocol.intake()) {
      if (rule.to().index() == slot) {
        text.append("\n  intake ")
            .append(rule.from().id())
            .append(' ')
            .append(rule.value())
            .append(' ')
            .append(rule.becomes())
            .append(' ')
            .append(rule.mode().word());
        reads.set(rule.from().index());
      }
    }
    measurements(slot, text, reads);
  }

  private void measurements(int slot, StringBuilder text, BitSet reads) {
    Measurements measured = protocol.measurements();
    for (Measurements.ZScore score : measured.zScores()) {
      if (score.slot() == slot) {
        text.append("\n  ").append(GROWTH).append(score.rule()).append(tables.growth());
        condition(score.unless(), text, reads::set);
      }
    }
    for (List<Measurements.DaysSince> since :
        List.of(measured.daysSince(), measured.hoursSince())) {
      for (Measurements.DaysSince rule : since) {
        if (rule.slot() == slot) {
          text.append(since == measured.daysSince() ? "\n  days" : "\n  hours");
          other(rule.dateSlot(), text, reads);
        }
      }
    }
    measured
        .gestation()
        .filter(gestation -> gestation.slot() == slot)
        .ifPresent(
            gestation ->
                gestation
                    .sources()
                    .forEach(
                        source -> {
                          text.append("\n  gestation ")
                              .append(source.daysAtDate())
                              .append(' ')
                              .append(source.daysEach());
                          other(source.slot(), text, reads);
                          condition(source.when(), text, reads::set);
                        }));
    DataElement element = dictionary.elements().get(slot);
    if (element.derived()
        && measured.vaccines().isPresent()
        && protocol.alternativesOf(slot).isEmpty()) {
      text.append("\n  ").append(CALENDAR).append(' ').append(tables.calendar());
    }
  }

  private void other(int slot, StringBuilder text, BitSet reads) {
    if (slot >= 0) {
      text.append(' ').append(name(slot));
      reads.set(slot);
    }
  }

  private static void condition(Condition condition, StringBuilder text, IntConsumer reads) {
    if (condition != null) {
      text.append(" if ").append(condition.text());
      condition.reads(reads);
    }
  }
}
