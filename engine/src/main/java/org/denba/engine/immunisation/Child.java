package org.denba.engine.immunisation;

import java.time.LocalDate;

/**
 * The child on the day of the assessment.
 *
 * @param earliestBirth the first possible day of birth
 * @param latestBirth the last possible day of birth
 * @param district the code of the district, or null
 * @param date the day of the assessment
 */
public record Child(
    LocalDate earliestBirth, LocalDate latestBirth, String district, LocalDate date) {

  boolean isExact() {
    return earliestBirth.equals(latestBirth);
  }

  /** Nobody was vaccinated before birth. */
  Child bornBy(LocalDate day) {
    return day.isBefore(latestBirth) ? new Child(earliestBirth, day, district, date) : this;
  }
}
