package org.denba.engine.immunisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.denba.engine.assessment.ParameterValues;

/**
 * The arithmetic of one vaccine: which of the doses that were given count, which dose comes next,
 * and when.
 */
final class DoseSeries {

  private final List<ScheduledDose> doses;
  private final LocalDate birth;
  private final ParameterValues parameters;
  private final int graceDays;
  private final int overdueAfterDays;
  private final List<LocalDate> tooEarly = new ArrayList<>();

  private int next;
  private LocalDate last;

  /**
   * @param doses the doses of the series, in order, at least one
   * @param birth the day of birth
   * @param graceDays how many days too early a dose still counts
   * @param overdueAfterDays days after the recommended day from which a dose is overdue
   */
  DoseSeries(
      List<ScheduledDose> doses,
      LocalDate birth,
      ParameterValues parameters,
      int graceDays,
      int overdueAfterDays) {
    this.doses = doses;
    this.birth = birth;
    this.parameters = parameters;
    this.graceDays = graceDays;
    this.overdueAfterDays = overdueAfterDays;
  }

  /**
   * @param given the days on which doses were given, in order
   * @param notBefore a day before which no dose is given (another live vaccine), or the day of
   *     birth
   * @param date the day of the assessment
   */
  Standing on(LocalDate date, List<LocalDate> given, LocalDate notBefore) {
    given.forEach(this::give);
    skip(date);
    if (isComplete()) {
      return standing(VaccineStatus.COMPLETE, null, null);
    }
    if (isTooOld(date)) {
      return standing(VaccineStatus.EXPIRED, null, null);
    }
    LocalDate earliest = later(earliest(), notBefore);
    if (date.isBefore(earliest)) {
      return standing(VaccineStatus.NOT_YET, earliest, isTooOld(earliest) ? null : earliest);
    }
    LocalDate recommended = recommended(earliest);
    VaccineStatus status =
        date.isAfter(dueUntil(recommended)) ? VaccineStatus.OVERDUE : VaccineStatus.DUE;
    return new Standing(doses.get(next), status, earliest, comeBackAfter(date), tooEarly());
  }

  /** The first dose of a child of whose doses nothing is known. */
  ScheduledDose firstOn(LocalDate date) {
    skip(date);
    return doses.get(Math.min(next, doses.size() - 1));
  }

  private List<LocalDate> tooEarly() {
    return List.copyOf(tooEarly);
  }

  private Standing standing(VaccineStatus status, LocalDate earliest, LocalDate comeBack) {
    return new Standing(
        doses.get(Math.min(next, doses.size() - 1)), status, earliest, comeBack, tooEarly());
  }

  private boolean isComplete() {
    return next >= doses.size();
  }

  /** Whatever was given, the time until the next dose counts from it; only a valid dose counts. */
  private void give(LocalDate day) {
    skip(day);
    if (!isComplete()) {
      if (isValid(day)) {
        next++;
      } else {
        tooEarly.add(day);
      }
    }
    last = day;
  }

  private boolean isValid(LocalDate day) {
    LocalDate withGrace = day.plusDays(graceDays);
    return !withGrace.isBefore(minAge()) && !withGrace.isBefore(afterInterval());
  }

  private void skip(LocalDate day) {
    while (next < doses.size() - 1 && doses.get(next).skipIfTooOld() && isTooOld(day)) {
      next++;
    }
  }

  private boolean isTooOld(LocalDate day) {
    Span limit = doses.get(next).tooOldFrom();
    return limit != null && !day.isBefore(limit.after(birth, parameters));
  }

  private LocalDate minAge() {
    return doses.get(next).minAge().after(birth, parameters);
  }

  private LocalDate afterInterval() {
    Span interval = doses.get(next).minInterval();
    return last == null || interval == null ? birth : interval.after(last, parameters);
  }

  private LocalDate earliest() {
    LocalDate earliest = later(minAge(), afterInterval());
    Season season = doses.get(next).season();
    if (season == null) {
      return earliest;
    }
    // in a year after that of the dose before it
    return season.firstDay(earliest, last == null ? earliest.getYear() : last.getYear() + 1);
  }

  private LocalDate recommended(LocalDate earliest) {
    Span planned = doses.get(next).recommended();
    return planned == null ? earliest : later(planned.after(birth, parameters), earliest);
  }

  private LocalDate dueUntil(LocalDate recommended) {
    LocalDate until = recommended.plusDays(overdueAfterDays);
    Season season = doses.get(next).season();
    return season == null ? until : later(until, season.lastDay(recommended));
  }

  /** When the dose after this one is planned, if this one is given today. */
  private LocalDate comeBackAfter(LocalDate today) {
    int here = next;
    LocalDate before = last;
    next++;
    last = today;
    LocalDate comeBack = null;
    if (!isComplete()) {
      comeBack = recommended(earliest());
      comeBack = isTooOld(comeBack) ? null : comeBack;
    }
    next = here;
    last = before;
    return comeBack;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}
