package org.denba.engine.immunisation;

import java.time.LocalDate;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.condition.Condition;

/**
 * One line of the calendar.
 *
 * @param code the code of the dose in the data dictionary
 * @param number its number, as the calendar counts (0 for a dose at birth)
 * @param minAge the age before which a dose does not count
 * @param recommended the age at which it is planned, or null: as soon as possible
 * @param minInterval the time since the dose before it, or null
 * @param tooOldFrom the age from which it is not given any more, or null
 * @param skipIfTooOld a child too old for this dose goes on with the next one
 * @param season the season in which it is planned, or null
 * @param activeFrom the first day on which the line counts, or null
 * @param activeWhen the condition under which the line counts, or null
 */
record ScheduledDose(
    String code,
    int number,
    Span minAge,
    Span recommended,
    Span minInterval,
    Span tooOldFrom,
    boolean skipIfTooOld,
    Season season,
    LocalDate activeFrom,
    Condition activeWhen) {

  boolean isActive(Assessment assessment, LocalDate date) {
    return (activeFrom == null || !date.isBefore(activeFrom))
        && (activeWhen == null || activeWhen.certain(assessment));
  }
}
