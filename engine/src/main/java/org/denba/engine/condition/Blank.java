package org.denba.engine.condition;

import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Status;

/**
 * {@code blank(x)}: nobody said anything yet. It is not monotone (learning more turns it off), so
 * it may stand only in guards of questions and in rows without a colour, which never change a
 * classification.
 */
public record Blank(int slot, String id) implements Condition {

  @Override
  public boolean test(Assessment a, boolean possible) {
    boolean noValue = a.status(slot) == Status.BLANK || a.status(slot) == Status.NOT_NEEDED;
    // not done was said, even where the question turned out not to arise
    return noValue && a.notDoneReason(slot) == null;
  }

  @Override
  public void because(Assessment a, Trace trace) {
    // nothing was found: there is no finding to name
  }

  @Override
  public void refutedBy(Assessment a, Trace trace) {
    trace.because(slot);
  }

  @Override
  public void missing(Assessment a, Trace trace) {
    // never possible without being certain
  }

  @Override
  public void reads(IntConsumer consumer) {
    // asks whether something was said, which no guard changes: no order is needed
  }

  @Override
  public String text() {
    return "blank(" + id + ")";
  }
}
