package org.denba.engine.triage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.protocol.ProtocolFile.AgeBand;

/**
 * The patient's age on the day of the assessment: completed calendar months and days (day of birth
 * = 0), each an interval where it is not known exactly.
 *
 * @param months completed months
 * @param days days since birth
 * @param exact whether the day of birth is known
 */
record PatientAge(Interval months, Interval days, boolean exact) {

  private static final int OLDEST_YEARS = 130;
  private static final int MONTHS_A_YEAR = 12;
  private static final String AGE_MONTHS = "age-months";
  private static final String AGE_DAYS = "age-days";

  /** Completed years. */
  Interval years() {
    return new Interval(
        Math.floor(months.low() / MONTHS_A_YEAR), Math.floor(months.high() / MONTHS_A_YEAR));
  }

  /** One statement about the age: the birth dates that agree with it. */
  private record Statement(String path, LocalDate earliest, LocalDate latest) {}

  /**
   * Reads every statement about the age and checks that they can all be true.
   *
   * @param errors receives what cannot be: a negative age, a birth after the assessment, statements
   *     that disagree
   * @return empty when nothing was said of the age
   */
  static Optional<PatientAge> read(
      Patient patient,
      Map<String, Finding> findings,
      LocalDate date,
      String path,
      List<RequestError> errors) {
    List<Statement> statements = new ArrayList<>();
    int guess = patient.ageEstimated() ? 1 : 0;
    if (patient.birthDate() != null) {
      if (patient.birthDate().isAfter(date)) {
        errors.add(
            new RequestError(
                path + "patient.birthDate",
                "birth-date-in-future",
                "the birth date "
                    + patient.birthDate()
                    + " is after the assessment of "
                    + date
                    + ": correct one of them"));
        return Optional.empty();
      }
      LocalDate latest =
          patient.birthDateLatest() == null ? patient.birthDate() : patient.birthDateLatest();
      statements.add(
          new Statement(
              path + "patient.birthDate",
              patient.birthDate().minusMonths(guess),
              earlier(latest.plusMonths(guess), date)));
    }
    days(path + "patient.ageDays", patient.ageDays(), guess, date, statements, errors);
    months(path + "patient.ageMonths", patient.ageMonths(), 1, guess, date, statements, errors);
    months(
        path + "patient.ageYears",
        patient.ageYears(),
        MONTHS_A_YEAR,
        guess,
        date,
        statements,
        errors);
    days(
        path + "findings." + AGE_DAYS,
        whole(findings.get(AGE_DAYS)),
        guess,
        date,
        statements,
        errors);
    months(
        path + "findings." + AGE_MONTHS,
        whole(findings.get(AGE_MONTHS)),
        1,
        guess,
        date,
        statements,
        errors);
    if (statements.isEmpty() || !errors.isEmpty()) {
      return Optional.empty();
    }
    return agreed(statements, date, errors);
  }

  private static Optional<PatientAge> agreed(
      List<Statement> statements, LocalDate date, List<RequestError> errors) {
    LocalDate earliest = statements.get(0).earliest();
    LocalDate latest = statements.get(0).latest();
    for (Statement statement : statements) {
      if (statement.earliest().isAfter(latest) || statement.latest().isBefore(earliest)) {
        errors.add(
            new RequestError(
                statement.path(),
                "age-disagrees",
                "disagrees with "
                    + statements.get(0).path()
                    + ": send one of them, or correct the other"));
        return Optional.empty();
      }
      earliest = statement.earliest().isAfter(earliest) ? statement.earliest() : earliest;
      latest = earlier(latest, statement.latest());
    }
    return Optional.of(between(earliest, latest, date));
  }

  private static void days(
      String path,
      Integer days,
      int guess,
      LocalDate date,
      List<Statement> statements,
      List<RequestError> errors) {
    if (days == null || !inRange(path, days, OLDEST_YEARS * 366, errors)) {
      return;
    }
    LocalDate birth = date.minusDays(days);
    statements.add(
        new Statement(path, birth.minusMonths(guess), earlier(birth.plusMonths(guess), date)));
  }

  private static void months(
      String path,
      Integer count,
      int monthsEach,
      int guess,
      LocalDate date,
      List<Statement> statements,
      List<RequestError> errors) {
    if (count == null || !inRange(path, count, OLDEST_YEARS * MONTHS_A_YEAR / monthsEach, errors)) {
      return;
    }
    int from = Math.max(0, count * monthsEach - guess);
    int to = (count + 1) * monthsEach - 1 + guess;
    statements.add(
        new Statement(path, latestBirth(to + 1, date).plusDays(1), latestBirth(from, date)));
  }

  private static boolean inRange(String path, int age, int oldest, List<RequestError> errors) {
    if (age >= 0 && age <= oldest) {
      return true;
    }
    errors.add(
        new RequestError(
            path,
            "age-impossible",
            "an age of " + age + " is not possible: send a whole number from 0 to " + oldest));
    return false;
  }

  private static Integer whole(Finding finding) {
    return finding instanceof Finding.Quantity quantity
        ? (int) Math.floor(quantity.value().low())
        : null;
  }

  /** Every age between two possible days of birth. */
  private static PatientAge between(
      LocalDate earliestBirth, LocalDate latestBirth, LocalDate date) {
    return new PatientAge(
        new Interval(monthsOf(latestBirth, date), monthsOf(earliestBirth, date)),
        new Interval(
            ChronoUnit.DAYS.between(latestBirth, date),
            ChronoUnit.DAYS.between(earliestBirth, date)),
        earliestBirth.equals(latestBirth));
  }

  /**
   * The completed calendar months: the most months that, taken from the day of the assessment,
   * still reach the day of birth.
   */
  static double monthsOf(LocalDate birth, LocalDate date) {
    long months = ChronoUnit.MONTHS.between(birth, date);
    // born on the 31st, one month is completed on the last day of a shorter month
    return birth.plusMonths(months + 1).isAfter(date) ? months : months + 1;
  }

  /**
   * The part of this age that a protocol covers; the whole band where nothing is known of the age.
   */
  static PatientAge within(Optional<PatientAge> age, AgeBand band, LocalDate date) {
    LocalDate earliest = latestBirth(band.below(), date).plusDays(1);
    LocalDate latest = latestBirth(band.from(), date);
    if (age.isPresent()) {
      LocalDate youngest = date.minusDays((long) age.get().days().low());
      LocalDate oldest = date.minusDays((long) age.get().days().high());
      earliest = oldest.isAfter(earliest) ? oldest : earliest;
      latest = earlier(latest, youngest);
      if (earliest.isAfter(latest)) {
        return age.get();
      }
    }
    return between(earliest, latest, date);
  }

  /** The last day of birth that has this many completed months on the day of the assessment. */
  private static LocalDate latestBirth(int months, LocalDate date) {
    LocalDate birth = date.minusMonths(months);
    // from the 29th on several days of birth complete a month on the last day of a shorter one
    while (birth.isBefore(date) && monthsOf(birth.plusDays(1), date) >= months) {
      birth = birth.plusDays(1);
    }
    return birth;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
