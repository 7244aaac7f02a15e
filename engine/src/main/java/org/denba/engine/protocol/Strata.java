package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.denba.engine.rules.RuleFileException;

/**
 * The order of evaluation, found from who reads whom: every slot that rules make true gets a
 * stratum above those of the slots that its rules read. Authors never write it down.
 */
final class Strata {

  private final int[] level;
  private final int count;

  private Strata(int[] level, int count) {
    this.level = level;
    this.count = count;
  }

  /**
   * @param slots number of slots
   * @param alternatives all rules
   * @param guardOf the guard slot of a slot, or -1
   * @param name how a slot is called in messages
   * @throws RuleFileException when signs depend on each other in a circle; names the circle
   */
  static Strata of(
      int slots, List<Alternative> alternatives, int[] guardOf, IntFunction<String> name) {
    BitSet[] reads = new BitSet[slots];
    for (Alternative alternative : alternatives) {
      int target = alternative.target();
      if (reads[target] == null) {
        reads[target] = new BitSet(slots);
      }
      for (var condition : alternative.conditions()) {
        condition.reads(reads[target]::set);
      }
    }
    IntFunction<String> where =
        wanted ->
            alternatives.stream()
                .filter(alternative -> alternative.target() == wanted)
                .map(Alternative::where)
                .findFirst()
                .orElse("");
    int[] level = new int[slots];
    Arrays.fill(level, -1);
    int highest = 0;
    for (int slot = 0; slot < slots; slot++) {
      highest =
          Math.max(highest, visit(slot, reads, guardOf, level, new ArrayList<>(), name, where));
    }
    return new Strata(level, highest + 1);
  }

  private static int visit(
      int slot,
      BitSet[] reads,
      int[] guardOf,
      int[] level,
      List<Integer> path,
      IntFunction<String> name,
      IntFunction<String> where) {
    if (level[slot] >= 0) {
      return level[slot];
    }
    if (path.contains(slot)) {
      List<String> circle =
          path.subList(path.indexOf(slot), path.size()).stream().map(name::apply).toList();
      throw new RuleFileException(
          where.apply(slot),
          "these depend on each other in a circle: " + String.join(" -> ", circle));
    }
    path.add(slot);
    int own = 0;
    if (reads[slot] != null) {
      for (int read = reads[slot].nextSetBit(0);
          read >= 0;
          read = reads[slot].nextSetBit(read + 1)) {
        boolean computed = reads[read] != null || guardOf[read] >= 0;
        int below = visit(read, reads, guardOf, level, path, name, where);
        own = Math.max(own, computed ? below + 1 : 0);
      }
    }
    if (guardOf[slot] >= 0) {
      own = Math.max(own, visit(guardOf[slot], reads, guardOf, level, path, name, where));
    }
    path.remove(path.size() - 1);
    level[slot] = own;
    return own;
  }

  /** The first rule of a circle. */
  private static String place(List<Integer> circle, IntFunction<String> where) {
    return circle.stream()
        .map(where::apply)
        .filter(place -> !place.isEmpty())
        .findFirst()
        .orElse("rules");
  }

  /** The stratum in which the rules of this slot run. */
  int of(int slot) {
    return level[slot];
  }

  int count() {
    return count;
  }
}
