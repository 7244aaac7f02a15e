package org.denba.engine.condition;

import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;

/** A condition on the request itself, not on a finding: always known, so nothing explains it. */
sealed interface KnownBeforehand extends Condition
    permits SettingIs, VisitIs, EarlierRow, Otherwise {

  @Override
  default void because(Assessment a, Trace trace) {
    // no finding made it so
  }

  @Override
  default void refutedBy(Assessment a, Trace trace) {
    // no finding ruled it out
  }

  @Override
  default void missing(Assessment a, Trace trace) {
    // never unknown
  }

  @Override
  default void reads(IntConsumer consumer) {
    // reads no slot
  }
}
