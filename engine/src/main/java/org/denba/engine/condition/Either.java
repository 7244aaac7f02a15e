package org.denba.engine.condition;

import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.denba.engine.assessment.Assessment;

/**
 * {@code either(p, q)}: two ways to measure one thing (an arm circumference in mm, or the colour of
 * the strap). It holds where one of them is certain, and is ruled out where one of them is ruled
 * out and none is certain: to know one is enough.
 */
public record Either(Condition first, Condition second) implements Condition {

  /** Every one in a condition. */
  public static Stream<Either> in(Condition condition) {
    if (condition instanceof Either either) {
      return Stream.of(either);
    }
    if (condition instanceof AllOf all) {
      return all.parts().stream().flatMap(Either::in);
    }
    return condition instanceof AnyOf any ? any.parts().stream().flatMap(Either::in) : Stream.of();
  }

  /** One way says yes and the other no: they cannot both be right. */
  public boolean contradicts(Assessment a) {
    return first.certain(a) && answeredNo(second, a) || second.certain(a) && answeredNo(first, a);
  }

  private static boolean answeredNo(Condition part, Assessment a) {
    boolean[] known = {true};
    part.reads(slot -> known[0] &= a.isKnown(slot));
    return known[0] && !part.possible(a);
  }

  /** The first element that each way looks at. */
  public int[] slots() {
    int[] slots = {-1, -1};
    first.reads(slot -> slots[0] = slots[0] < 0 ? slot : slots[0]);
    second.reads(slot -> slots[1] = slots[1] < 0 ? slot : slots[1]);
    return slots;
  }

  @Override
  public boolean test(Assessment a, boolean possible) {
    return first.certain(a)
        || second.certain(a)
        || possible && first.possible(a) && second.possible(a);
  }

  @Override
  public void because(Assessment a, Trace trace) {
    for (Condition part : new Condition[] {first, second}) {
      if (part.certain(a)) {
        part.because(a, trace);
      }
    }
  }

  @Override
  public void refutedBy(Assessment a, Trace trace) {
    for (Condition part : new Condition[] {first, second}) {
      if (!part.possible(a)) {
        part.refutedBy(a, trace);
      }
    }
  }

  @Override
  public void missing(Assessment a, Trace trace) {
    first.missing(a, trace);
    second.missing(a, trace);
  }

  @Override
  public void reads(IntConsumer consumer) {
    first.reads(consumer);
    second.reads(consumer);
  }

  @Override
  public String text() {
    return "either(" + first.text() + "; " + second.text() + ")";
  }
}
