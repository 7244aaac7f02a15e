package org.denba.engine.immunisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.dictionary.DataElement;

/**
 * One vaccine of the calendar.
 *
 * @param antigen its id, as the list of doses names it
 * @param next the derived element that holds the next dose
 * @param status the derived element that holds the status
 * @param comeBack the derived element that holds the days until the next visit for it
 * @param doses the lines of the calendar in the order of the doses
 * @param districts the parameter that lists the districts that have it, or empty: all
 * @param liveSpacing the time between this and another vaccine that has such a spacing, unless both
 *     are given on one day; or null
 * @param lateStart a shorter series for a child who starts late, or null
 */
public record Vaccine(
    String antigen,
    DataElement next,
    DataElement status,
    DataElement comeBack,
    List<ScheduledDose> doses,
    String districts,
    Span liveSpacing,
    LateStart lateStart) {

  /**
   * Who starts at this age or later needs fewer doses.
   *
   * @param from the age
   * @param dosesParameter the parameter that tells how many doses are then needed
   */
  record LateStart(Span from, String dosesParameter) {}

  /** The doses that count in this assessment; of two lines for one dose the first active one. */
  List<ScheduledDose> active(Assessment assessment, LocalDate date) {
    List<ScheduledDose> active = new ArrayList<>();
    for (ScheduledDose dose : doses) {
      boolean first = active.isEmpty() || active.get(active.size() - 1).number() != dose.number();
      if (first && dose.isActive(assessment, date)) {
        active.add(dose);
      }
    }
    return active;
  }
}
