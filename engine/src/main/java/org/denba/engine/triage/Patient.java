package org.denba.engine.triage;

import java.time.LocalDate;
import org.denba.engine.growth.Sex;

/**
 * The patient as far as a protocol needs to know; null is "not told".
 *
 * @param id the caller's id, echoed nowhere but in the answer
 * @param birthDate date of birth; the earliest possible one where it is not known to the day
 * @param sex sex, for the growth standards
 * @param ageYears completed years
 * @param ageMonths completed months (the whole age, not the months beyond the years)
 * @param ageDays days since birth (day of birth = 0)
 * @param ageEstimated the age is a guess: it is widened by one month each way
 * @param pregnant known to be pregnant (or known not to be)
 * @param lmp first day of the last menstrual period
 * @param deliveryDate date of the last birth
 * @param birthDateLatest the latest possible date of birth where it is not known to the day (only
 *     the month or the year was told), else null
 */
public record Patient(
    String id,
    LocalDate birthDate,
    Sex sex,
    Integer ageYears,
    Integer ageMonths,
    Integer ageDays,
    boolean ageEstimated,
    Boolean pregnant,
    LocalDate lmp,
    LocalDate deliveryDate,
    LocalDate birthDateLatest) {

  /** A patient whose date of birth, where there is one, is known to the day. */
  public Patient(
      String id,
      LocalDate birthDate,
      Sex sex,
      Integer ageYears,
      Integer ageMonths,
      Integer ageDays,
      boolean ageEstimated,
      Boolean pregnant,
      LocalDate lmp,
      LocalDate deliveryDate) {
    this(
        id,
        birthDate,
        sex,
        ageYears,
        ageMonths,
        ageDays,
        ageEstimated,
        pregnant,
        lmp,
        deliveryDate,
        null);
  }

  /** A patient of whom nothing is known. */
  public static Patient unknown() {
    return new Patient(null, null, null, null, null, null, false, null, null, null);
  }

  /** The same patient, whom nobody can look up. */
  public Patient withoutId() {
    return new Patient(
        null,
        birthDate,
        sex,
        ageYears,
        ageMonths,
        ageDays,
        ageEstimated,
        pregnant,
        lmp,
        deliveryDate,
        birthDateLatest);
  }

  /** Whether anything was told that an age can be read from. */
  public boolean hasAge() {
    return birthDate != null || ageYears != null || ageMonths != null || ageDays != null;
  }
}
