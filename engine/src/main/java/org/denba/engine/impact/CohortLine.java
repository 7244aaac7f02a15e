package org.denba.engine.impact;

import org.denba.engine.triage.TriageRequest;

/**
 * One patient of a cohort, or the reason why there is none. A patient has no name here but a
 * number: the line of the file, or the place in the synthetic cohort.
 */
public sealed interface CohortLine {

  /** The line of the file, or the place in the synthetic cohort, from 1. */
  long number();

  /** A patient at one visit. */
  record Patient(long number, TriageRequest request) implements CohortLine {}

  /**
   * A line that is no request.
   *
   * @param problem what is wrong with it and what to do
   */
  record Unreadable(long number, String problem) implements CohortLine {}
}
