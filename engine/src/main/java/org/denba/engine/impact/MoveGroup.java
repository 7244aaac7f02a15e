package org.denba.engine.impact;

import java.util.List;

/**
 * Every patient of a cohort to whom the same happens.
 *
 * @param move what happens; from and to are empty where there are many (doses by weight)
 * @param count how many patients
 * @param examples the first of them
 */
public record MoveGroup(Move move, long count, List<Example> examples) {

  public MoveGroup {
    examples = List.copyOf(examples);
  }

  /**
   * A patient to whom it happens.
   *
   * @param patient who, and what was found
   * @param from what it was for this patient
   * @param to what it is
   */
  public record Example(CohortLine.Patient patient, String from, String to) {}
}
