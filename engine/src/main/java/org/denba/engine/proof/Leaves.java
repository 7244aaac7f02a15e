package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.denba.engine.condition.AllOf;
import org.denba.engine.condition.AnyOf;
import org.denba.engine.condition.Blank;
import org.denba.engine.condition.Compare;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.CountYes;
import org.denba.engine.condition.Either;
import org.denba.engine.condition.Known;
import org.denba.engine.condition.NoValue;
import org.denba.engine.condition.ParameterIs;
import org.denba.engine.condition.Reported;
import org.denba.engine.condition.Threshold;

/** Takes conditions apart into predicates on one thing each. */
final class Leaves {

  private Leaves() {}

  /** Gives every predicate of a condition, in order. */
  static void each(Condition condition, Consumer<Condition> leaf) {
    if (condition instanceof AllOf all) {
      all.parts().forEach(part -> each(part, leaf));
    } else if (condition instanceof AnyOf any) {
      any.parts().forEach(part -> each(part, leaf));
    } else if (condition instanceof CountYes count) {
      count.signs().forEach(leaf);
    } else if (condition instanceof Either either) {
      each(either.first(), leaf);
      each(either.second(), leaf);
    } else {
      leaf.accept(condition);
    }
  }

  /** The slot that a predicate looks at, or -1 where it looks at the request itself. */
  static int slot(Condition leaf) {
    if (leaf instanceof Blank blank) {
      return blank.slot();
    }
    if (leaf instanceof Known known) {
      return known.slot();
    }
    if (leaf instanceof NoValue none) {
      return none.slot();
    }
    int[] slot = {-1};
    leaf.reads(read -> slot[0] = read);
    return slot[0];
  }

  /** Whether a predicate asks only whether something was said, which no guard changes. */
  static boolean asksWhetherSaid(Condition leaf) {
    return leaf instanceof Blank || leaf instanceof Known || leaf instanceof NoValue;
  }

  static boolean asksAnywhereWhetherSaid(Condition condition) {
    boolean[] asks = {false};
    each(condition, leaf -> asks[0] |= asksWhetherSaid(leaf));
    return asks[0];
  }

  /** Every slot that a condition looks at, in whatever way. */
  static Set<Integer> slots(Condition condition) {
    Set<Integer> slots = new LinkedHashSet<>();
    each(
        condition,
        leaf -> {
          if (slot(leaf) >= 0) {
            slots.add(slot(leaf));
          }
        });
    return slots;
  }

  /** The parameters on which a predicate depends, by their places. */
  static List<Integer> parameters(Condition leaf) {
    List<Integer> parameters = new ArrayList<>();
    if (leaf instanceof Compare compare
        && compare.threshold() instanceof Threshold.Parameter parameter) {
      parameters.add(parameter.index());
    } else if (leaf instanceof ParameterIs is) {
      parameters.add(is.parameter());
    } else if (leaf instanceof Reported reported) {
      parameters.addAll(parameters(reported.sign()));
      if (reported.mode() >= 0) {
        parameters.add(reported.mode());
      }
    }
    return parameters;
  }

  /** The alert signs in a condition. */
  static List<Reported> reported(Condition condition) {
    List<Reported> found = new ArrayList<>();
    each(
        condition,
        leaf -> {
          if (leaf instanceof Reported reported) {
            found.add(reported);
          }
        });
    return found;
  }

  /** The comparison in a predicate, or null. */
  static Compare comparison(Condition leaf) {
    if (leaf instanceof Reported reported) {
      return comparison(reported.sign());
    }
    return leaf instanceof Compare compare ? compare : null;
  }
}
