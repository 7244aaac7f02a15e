package org.denba.engine.condition;

import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Status;

/**
 * {@code yes(x)} and {@code no(x)}: a sign that was found, or looked for and not found; of a
 * derived sign, proved or ruled out.
 *
 * @param slot the sign
 * @param id its id, for texts
 * @param yes whether presence is asked for
 */
public record YesNo(int slot, String id, boolean yes) implements Condition {

  @Override
  public boolean test(Assessment a, boolean possible) {
    Status status = a.status(slot);
    if (status == Status.KNOWN) {
      return a.yesCertain(slot) == yes;
    }
    return possible && a.isOpen(slot);
  }

  @Override
  public void because(Assessment a, Trace trace) {
    if (yes) {
      trace.because(slot);
    } else {
      trace.refuted(slot);
    }
  }

  @Override
  public void refutedBy(Assessment a, Trace trace) {
    if (yes) {
      trace.refuted(slot);
    } else {
      trace.because(slot);
    }
  }

  @Override
  public void missing(Assessment a, Trace trace) {
    trace.missing(slot);
  }

  @Override
  public void reads(IntConsumer consumer) {
    consumer.accept(slot);
  }

  @Override
  public String text() {
    return (yes ? "yes(" : "no(") + id + ")";
  }
}
