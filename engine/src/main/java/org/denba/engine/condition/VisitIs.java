package org.denba.engine.condition;

import org.denba.engine.assessment.Assessment;

/** {@code visit(follow-up)} or {@code visit(initial)}: the kind of visit. Always known. */
public record VisitIs(boolean followUp) implements KnownBeforehand {

  @Override
  public boolean test(Assessment a, boolean possible) {
    return a.contact().followUp() == followUp;
  }

  @Override
  public String text() {
    return "visit(" + (followUp ? "follow-up" : "initial") + ")";
  }
}
