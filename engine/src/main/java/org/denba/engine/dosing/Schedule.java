package org.denba.engine.dosing;

/**
 * How often and how long. Null is not stated.
 *
 * @param timesPerDay doses a day
 * @param everyHours hours between doses
 * @param doses how many doses in all
 * @param days days of the course
 * @param minutes how long a step lasts
 */
record Schedule(
    Integer timesPerDay, Integer everyHours, Integer doses, Operand days, Integer minutes) {

  /** Whether single doses can be counted at all: oxygen and fluids cannot. */
  boolean counted() {
    return timesPerDay != null || everyHours != null || doses != null || days != null;
  }

  /** Whether it goes on for days: a single dose has no days to replace. */
  boolean isCourse() {
    return timesPerDay != null || everyHours != null || days != null;
  }

  /** The schedule as an action asks for it. */
  Asked ask(Course course, DoseContext context) {
    if (course.firstDoseOnly()) {
      return new Asked(null, null, counted() ? Integer.valueOf(1) : null, null);
    }
    Integer own = days == null ? null : Integer.valueOf((int) days.value(context));
    if (course.days() == null || !isCourse() || course.days().equals(own)) {
      return new Asked(timesPerDay, everyHours, doses, own);
    }
    return new Asked(timesPerDay, everyHours, null, course.days());
  }

  /** A schedule with the course taken in. */
  record Asked(Integer timesPerDay, Integer everyHours, Integer doses, Integer days) {}
}
