package org.denba.fhir.live;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.denba.engine.triage.Patient;

/** The age of a patient as far as statistics need it: wide enough that it points to nobody. */
public enum AgeBand {
  UNDER_2_MONTHS("under-2-months", 0),
  FROM_2_MONTHS("2-11-months", 2),
  FROM_1_YEAR("1-4-years", 12),
  FROM_5_YEARS("5-years-and-over", 60),
  NOT_TOLD("not-told", Integer.MAX_VALUE);

  private static final int MONTHS_A_YEAR = 12;
  private static final double DAYS_A_MONTH = 30.4375;

  private final String code;
  private final int fromMonths;

  AgeBand(String code, int fromMonths) {
    this.code = code;
    this.fromMonths = fromMonths;
  }

  /** The code that stands in the log and in the counts. */
  public String code() {
    return code;
  }

  /**
   * @param date day of the assessment
   * @return {@link #NOT_TOLD} also where the day of birth is too vague for one band
   */
  static AgeBand of(Patient patient, LocalDate date) {
    if (patient.birthDate() != null) {
      LocalDate latest =
          patient.birthDateLatest() == null ? patient.birthDate() : patient.birthDateLatest();
      AgeBand oldest = ofMonths(ChronoUnit.MONTHS.between(patient.birthDate(), date));
      return oldest == ofMonths(ChronoUnit.MONTHS.between(latest, date)) ? oldest : NOT_TOLD;
    }
    if (patient.ageDays() != null) {
      return ofMonths((long) (patient.ageDays() / DAYS_A_MONTH));
    }
    if (patient.ageMonths() != null) {
      return ofMonths(patient.ageMonths());
    }
    return patient.ageYears() == null
        ? NOT_TOLD
        : ofMonths((long) patient.ageYears() * MONTHS_A_YEAR);
  }

  private static AgeBand ofMonths(long months) {
    AgeBand band = UNDER_2_MONTHS;
    for (AgeBand next : values()) {
      if (next.fromMonths <= months) {
        band = next;
      }
    }
    return band;
  }
}
