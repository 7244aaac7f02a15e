package org.denba.engine.immunisation;

import java.time.LocalDate;
import java.util.List;

/**
 * How a child with one day of birth stands with one vaccine.
 *
 * @param dose the next dose, or the last one of a complete series
 * @param status the status
 * @param earliest the first day on which the next dose counts, or null
 * @param comeBack the day of the next visit for this vaccine, or null
 * @param tooEarly the days of doses that were given too early to count
 */
record Standing(
    ScheduledDose dose,
    VaccineStatus status,
    LocalDate earliest,
    LocalDate comeBack,
    List<LocalDate> tooEarly) {}
