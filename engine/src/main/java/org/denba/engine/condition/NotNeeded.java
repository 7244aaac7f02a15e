package org.denba.engine.condition;

import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Status;

/**
 * {@code notNeeded(x)}: nobody answered, and the question does not arise because its guard is
 * proved false.
 */
public record NotNeeded(int slot, String id) implements Condition {

  @Override
  public boolean test(Assessment a, boolean possible) {
    if (a.status(slot) == Status.NOT_NEEDED) {
      return true;
    }
    // said to be not done in a way that leaves it open: as unknown as a blank
    return possible && a.isOpen(slot) && !a.isAsked(slot);
  }

  @Override
  public void because(Assessment a, Trace trace) {
    // that a question did not arise is no finding; what closed it stands in the conditions beside
    // this one
  }

  @Override
  public void refutedBy(Assessment a, Trace trace) {
    if (a.isKnown(slot)) {
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
    return "notNeeded(" + id + ")";
  }
}
