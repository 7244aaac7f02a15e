package org.denba.engine.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.EarlierRow;
import org.denba.engine.condition.SettingIs;
import org.denba.engine.condition.VisitIs;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Closing;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;

/** Who reads what, directly and down to what is collected. */
final class Dependencies {

  private final Protocol protocol;
  private final InputSpace space;
  private final int elements;
  private final Map<Integer, Set<Integer>> readers = new HashMap<>();

  Dependencies(Protocol protocol, InputSpace space) {
    this.protocol = protocol;
    this.space = space;
    this.elements = space.dictionary().size();
    for (Alternative alternative : protocol.alternatives()) {
      for (Condition condition : alternative.conditions()) {
        Leaves.slots(condition).forEach(slot -> reads(alternative.target(), slot));
      }
    }
    for (int slot = 0; slot < protocol.slots(); slot++) {
      if (protocol.guardOf(slot) >= 0) {
        reads(slot, protocol.guardOf(slot));
      }
    }
    for (Closing closing : protocol.closings()) {
      closingReads(closing).forEach(slot -> reads(closing.slot(), slot));
    }
  }

  private void reads(int reader, int slot) {
    readers.computeIfAbsent(slot, s -> new LinkedHashSet<>()).add(reader);
  }

  private static Set<Integer> closingReads(Closing closing) {
    Set<Integer> slots = new LinkedHashSet<>();
    if (closing.whenKnown() >= 0) {
      slots.add(closing.whenKnown());
    }
    if (closing.unless() != null) {
      slots.addAll(Leaves.slots(closing.unless()));
    }
    return slots;
  }

  /** Whether rules of the protocol make it true; everything else is said from outside. */
  boolean isDerived(int slot) {
    return slot >= elements || !protocol.alternativesOf(slot).isEmpty();
  }

  /** What a rule reads of one thing: the inputs, derived elements taken as they are. */
  void direct(Condition condition, Set<Integer> slots, Set<Input> inputs) {
    Leaves.each(
        condition,
        leaf -> {
          for (int parameter : Leaves.parameters(leaf)) {
            inputs.add(space.parameter(protocol.defaults().id(parameter)));
          }
          if (leaf instanceof SettingIs) {
            inputs.add(space.setting());
          } else if (leaf instanceof VisitIs) {
            inputs.add(space.visit());
          } else if (leaf instanceof EarlierRow earlier) {
            inputs.add(space.visit());
            inputs.add(space.earlier(earlier.row()));
          } else if (Leaves.slot(leaf) >= 0) {
            slots.add(Leaves.slot(leaf));
          }
        });
  }

  /** The rules of these slots read directly these slots and inputs. */
  void direct(BitSet of, Set<Integer> slots, Set<Input> inputs) {
    of.stream()
        .forEach(
            slot ->
                protocol
                    .alternativesOf(slot)
                    .forEach(a -> a.conditions().forEach(c -> direct(c, slots, inputs))));
  }

  /** Everything below these slots, they themselves among it. */
  BitSet below(BitSet of) {
    BitSet below = new BitSet();
    walk(of, below, new LinkedHashSet<>());
    return below;
  }

  /** The inputs below these slots, down to what is collected. */
  Set<Input> leaves(BitSet of) {
    Set<Input> inputs = new LinkedHashSet<>();
    walk(of, new BitSet(), inputs);
    return inputs;
  }

  private void walk(BitSet of, BitSet walked, Set<Input> inputs) {
    Deque<Integer> todo = new ArrayDeque<>();
    of.stream().forEach(todo::add);
    while (!todo.isEmpty()) {
      int slot = todo.remove();
      if (walked.get(slot)) {
        continue;
      }
      walked.set(slot);
      Set<Integer> next = new LinkedHashSet<>();
      if (isDerived(slot)) {
        BitSet one = new BitSet();
        one.set(slot);
        direct(one, next, inputs);
      } else {
        inputs.add(space.finding(slot));
        if (protocol.guardOf(slot) >= 0) {
          next.add(protocol.guardOf(slot));
        }
        for (Closing closing : protocol.closings()) {
          if (closing.slot() == slot) {
            next.addAll(closingReads(closing));
            if (closing.unless() != null) {
              direct(closing.unless(), new HashSet<>(), inputs);
            }
          }
        }
      }
      todo.addAll(next);
    }
  }

  /** The slots of which another statement about this input may change something. */
  Set<Integer> touchedBy(Input input) {
    Set<Integer> touched = new HashSet<>();
    Deque<Integer> todo = new ArrayDeque<>(start(input));
    while (!todo.isEmpty()) {
      int slot = todo.remove();
      if (touched.add(slot)) {
        todo.addAll(readers.getOrDefault(slot, Set.of()));
      }
    }
    return touched;
  }

  private Collection<Integer> start(Input input) {
    if (!input.isFinding()) {
      throw new IllegalArgumentException(input.name() + " is no finding");
    }
    return List.of(space.dictionary().element(input.name()).orElseThrow().index());
  }

  /** The slots whose rules read this one. */
  Set<Integer> readBy(int slot) {
    return readers.getOrDefault(slot, Set.of());
  }

  /** The slots of a sub-chart's rows. */
  static BitSet slots(Chart.SubChart subChart) {
    BitSet slots = new BitSet();
    subChart.rows().stream().mapToInt(Row::slot).forEach(slots::set);
    return slots;
  }

  /** Every slot that rules make true. */
  List<Integer> derived() {
    List<Integer> derived = new ArrayList<>();
    for (int slot = 0; slot < elements; slot++) {
      if (!protocol.alternativesOf(slot).isEmpty()) {
        derived.add(slot);
      }
    }
    return derived;
  }
}
