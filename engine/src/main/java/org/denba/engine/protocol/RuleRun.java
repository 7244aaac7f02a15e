package org.denba.engine.protocol;

import java.util.BitSet;
import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;

/** Runs the rules of a protocol on an assessment. */
interface RuleRun {

  /**
   * Runs both readings, stratum by stratum.
   *
   * @param strata how many strata there are
   * @param certain receives the rules that fire in the certain reading
   * @param possible receives the rules that fire in the possible reading
   * @param afterStratum called when both readings of a stratum are done, before the next begins
   */
  void run(
      Assessment assessment, int strata, BitSet certain, BitSet possible, IntConsumer afterStratum);
}
