package org.denba.engine.condition;

import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;

/**
 * {@code either(p, q)}: two ways to measure one thing (an arm circumference in mm, or the colour of
 * the strap). It holds where one of them is certain, and is ruled out where one of them is ruled
 * out and none is certain: to know one is enough.
 */
public record Either(Condition first, Condition second) implements Condition {

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
