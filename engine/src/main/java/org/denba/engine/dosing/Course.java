package org.denba.engine.dosing;

/**
 * How much of a treatment an action asks for.
 *
 * @param days days that replace those of the table (a course has days; a single dose ignores this),
 *     or null
 * @param firstDoseOnly only the first dose now: the answer then says {@code doses = 1} and no days
 *     and no times a day
 */
public record Course(Integer days, boolean firstDoseOnly) {

  /** The course as the table has it. */
  public static final Course AS_IN_TABLE = new Course(null, false);

  /** The first dose before a referral. */
  public static final Course FIRST_DOSE = new Course(null, true);

  /**
   * @throws IllegalArgumentException when the days are not positive
   */
  public Course {
    if (days != null && days < 1) {
      throw new IllegalArgumentException("a course lasts at least one day, not " + days);
    }
  }

  public static Course ofDays(int days) {
    return new Course(days, false);
  }
}
