package org.denba.engine.condition;

import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;

/**
 * {@code known(x)}: there is a value. For choosing a protocol and for guards, never for a coloured
 * row (it is not monotone).
 */
public record Known(int slot, String id) implements Condition {

  @Override
  public boolean test(Assessment a, boolean possible) {
    return a.isKnown(slot);
  }

  @Override
  public void because(Assessment a, Trace trace) {
    trace.because(slot);
  }

  @Override
  public void refutedBy(Assessment a, Trace trace) {
    // nothing is known: there is no finding to name
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
    return "known(" + id + ")";
  }
}
