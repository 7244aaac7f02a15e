package org.denba.engine.condition;

import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;

/**
 * A condition of a rule, read twice: in the certain reading a predicate on an unknown is false, in
 * the possible reading it is true. There is no negation: an absence is a predicate of its own
 * ({@code no(x)}), so that learning more can only turn "possible" into "certain" or "ruled out".
 */
public sealed interface Condition
    permits YesNo,
        IsCode,
        Compare,
        NotDone,
        NotNeeded,
        Blank,
        Known,
        NoValue,
        Reported,
        ParameterIs,
        CountYes,
        KnownBeforehand,
        Either,
        AllOf,
        AnyOf {

  /**
   * @param possible true for the possible reading, false for the certain one
   */
  boolean test(Assessment assessment, boolean possible);

  /**
   * Tells which findings and parameters made this condition certain. Call only where it is certain.
   */
  void because(Assessment assessment, Trace trace);

  /** Tells which findings rule this condition out. Call only where it is not possible. */
  void refutedBy(Assessment assessment, Trace trace);

  /**
   * Tells which unknown slots keep this condition possible but not certain. Call only where it is
   * both.
   */
  void missing(Assessment assessment, Trace trace);

  /** The slots that this condition looks at. */
  void reads(IntConsumer slot);

  /** The condition as a rule author writes it; equal texts mean equal conditions. */
  String text();

  default boolean certain(Assessment assessment) {
    return test(assessment, false);
  }

  default boolean possible(Assessment assessment) {
    return test(assessment, true);
  }

  default boolean open(Assessment assessment) {
    return !certain(assessment) && possible(assessment);
  }
}
