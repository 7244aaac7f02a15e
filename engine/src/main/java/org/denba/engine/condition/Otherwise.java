package org.denba.engine.condition;

import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;

/**
 * {@code otherwise(yes)}: always true. For the last, green row of a chart, which is proved only
 * while no row above it is possible.
 */
public record Otherwise() implements Condition {

  @Override
  public boolean test(Assessment a, boolean possible) {
    return true;
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
    return "otherwise(yes)";
  }
}
