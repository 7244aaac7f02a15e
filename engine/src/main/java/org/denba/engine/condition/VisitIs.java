package org.denba.engine.condition;

import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;

/** {@code visit(follow-up)} or {@code visit(initial)}: the kind of visit. Always known. */
public record VisitIs(boolean followUp) implements Condition {

  @Override
  public boolean test(Assessment a, boolean possible) {
    return a.contact().followUp() == followUp;
  }

  @Override
  public void because(Assessment a, Trace trace) {
    // known without any finding
  }

  @Override
  public void refutedBy(Assessment a, Trace trace) {
    // known without any finding
  }

  @Override
  public void missing(Assessment a, Trace trace) {
    // never unknown
  }

  @Override
  public void reads(IntConsumer consumer) {
    // reads no slot
  }

  @Override
  public String text() {
    return "visit(" + (followUp ? "follow-up" : "initial") + ")";
  }
}
