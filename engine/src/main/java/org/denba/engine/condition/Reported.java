package org.denba.engine.condition;

import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;

/**
 * {@code reported(…)}: an alert sign, outside the WHO chart, that a worker may report. A blank one
 * is false in both readings, the only exception to "unknown is never absent"; where the parameter
 * {@code alert.signs} says {@code must-ask} it is an ordinary sign.
 *
 * @param sign the predicate on the sign
 * @param slot the sign
 * @param mode index of the parameter, or -1 where the protocol has none
 */
public record Reported(Condition sign, int slot, int mode) implements Condition {

  public static final String MODE = "alert.signs";
  public static final String MUST_ASK = "must-ask";

  @Override
  public boolean test(Assessment a, boolean possible) {
    return sign.test(a, possible && (!a.isOpen(slot) || mustAsk(a)));
  }

  private boolean mustAsk(Assessment a) {
    return mode >= 0 && a.parameters().text(mode).equals(MUST_ASK);
  }

  @Override
  public void because(Assessment a, Trace trace) {
    sign.because(a, trace);
  }

  @Override
  public void refutedBy(Assessment a, Trace trace) {
    if (!a.isOpen(slot)) {
      sign.refutedBy(a, trace);
    }
  }

  @Override
  public void missing(Assessment a, Trace trace) {
    sign.missing(a, trace);
  }

  @Override
  public void reads(IntConsumer consumer) {
    sign.reads(consumer);
  }

  @Override
  public String text() {
    return "reported(" + sign.text() + ")";
  }
}
