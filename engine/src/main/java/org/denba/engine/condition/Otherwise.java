package org.denba.engine.condition;

import org.denba.engine.assessment.Assessment;

/**
 * {@code otherwise(yes)}: always true. For the last, green row of a chart, which is proved only
 * while no row above it is possible.
 */
public record Otherwise() implements KnownBeforehand {

  @Override
  public boolean test(Assessment a, boolean possible) {
    return true;
  }

  @Override
  public String text() {
    return "otherwise(yes)";
  }
}
