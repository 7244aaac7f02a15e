package org.denba.engine.immunisation;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Proves of two calendars that differ only in ages that they say the same of every child: an age
 * that another day always decides before. What it does not prove may be the same all the same.
 */
public final class CalendarComparison {

  private static final int MOST_DAYS_A_MONTH = 31;
  private static final int LEAST_DAYS_A_MONTH = 28;
  private static final int DAYS_A_WEEK = 7;

  private final Function<String, Collection<Double>> values;
  private final double belowMonths;
  private final int graceDays;

  /**
   * @param values every number that a parameter may have
   * @param belowMonths the age in months that no child has reached
   * @param graceDays the most days by which a dose may be too early
   */
  public CalendarComparison(
      Function<String, Collection<Double>> values, double belowMonths, int graceDays) {
    this.values = values;
    this.belowMonths = belowMonths;
    this.graceDays = graceDays;
  }

  /** Days after birth: so many calendar months, and then so many days. */
  private record Day(int months, int days) {

    /** Whether it comes on or before the other, whatever the day of birth. */
    boolean isAtMost(Day other) {
      int more = months - other.months;
      return more >= 0
          ? more * MOST_DAYS_A_MONTH + days <= other.days
          : days <= other.days - more * LEAST_DAYS_A_MONTH;
    }

    Day plus(Day span) {
      return new Day(months + span.months, days + span.days);
    }
  }

  /** Whether every child stands the same with each vaccine. */
  public boolean areSame(List<Vaccine> was, List<Vaccine> is) {
    if (was.size() != is.size()) {
      return false;
    }
    for (int i = 0; i < was.size(); i++) {
      if (!was.get(i).equals(is.get(i)) && !areSame(was.get(i), is.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean areSame(Vaccine was, Vaccine is) {
    if (was.doses().size() != is.doses().size() || !with(is, was.doses()).equals(was)) {
      return false;
    }
    for (int i = 0; i < was.doses().size(); i++) {
      ScheduledDose before = was.doses().get(i);
      ScheduledDose after = is.doses().get(i);
      boolean onlyAges =
          new ScheduledDose(
                  after.code(),
                  after.number(),
                  before.minAge(),
                  before.recommended(),
                  after.minInterval(),
                  before.tooOldFrom(),
                  after.skipIfTooOld(),
                  after.season(),
                  after.activeFrom(),
                  after.activeWhen())
              .equals(before);
      if (!onlyAges
          || !sameMinAge(was, i, before, after)
          || !sameRecommended(before, after)
          || !sameTooOld(was, i, before, after)) {
        return false;
      }
    }
    return true;
  }

  private static Vaccine with(Vaccine vaccine, List<ScheduledDose> doses) {
    return new Vaccine(
        vaccine.antigen(),
        vaccine.next(),
        vaccine.status(),
        vaccine.comeBack(),
        doses,
        vaccine.districts(),
        vaccine.liveSpacing(),
        vaccine.lateStart());
  }

  /** The interval since the dose before ends later anyhow. */
  private boolean sameMinAge(Vaccine vaccine, int line, ScheduledDose before, ScheduledDose after) {
    if (before.minAge().equals(after.minAge())) {
      return true;
    }
    int previous = previous(vaccine, line);
    if (previous < 0) {
      return false;
    }
    Day earliest = earliestGiven(vaccine, previous).plus(interval(before));
    return most(before.minAge()).isAtMost(earliest) && most(after.minAge()).isAtMost(earliest);
  }

  /** The line before it whose dose each child must have had; -1 where there is none. */
  private static int previous(Vaccine vaccine, int line) {
    ScheduledDose dose = vaccine.doses().get(line);
    for (int i = line - 1; i >= 0; i--) {
      ScheduledDose other = vaccine.doses().get(i);
      if (other.number() < dose.number()
          && !other.skipIfTooOld()
          && CalendarReach.countsWhenever(other, dose)) {
        return i;
      }
    }
    return -1;
  }

  /** No child has had the dose before this day. */
  private Day earliestGiven(Vaccine vaccine, int line) {
    ScheduledDose dose = vaccine.doses().get(line);
    Day grace = new Day(0, -graceDays);
    int previous = previous(vaccine, line);
    if (previous >= 0) {
      Day after = earliestGiven(vaccine, previous).plus(interval(dose));
      if (most(dose.minAge()).isAtMost(after)) {
        return after.plus(grace);
      }
    }
    return least(dose.minAge()).plus(grace);
  }

  private Day interval(ScheduledDose dose) {
    return dose.minInterval() == null ? new Day(0, 0) : least(dose.minInterval());
  }

  /** The dose is not given before that day anyhow. */
  private boolean sameRecommended(ScheduledDose before, ScheduledDose after) {
    Span one = before.recommended();
    Span other = after.recommended();
    if (one == null || other == null || one.equals(other)) {
      return one == other || one != null && one.equals(other);
    }
    return before.minAge().equals(after.minAge())
        && most(one).isAtMost(least(before.minAge()))
        && most(other).isAtMost(least(before.minAge()));
  }

  /** Nobody is so old, nor waits so long: nothing but the age decides when it is given. */
  private boolean sameTooOld(Vaccine vaccine, int line, ScheduledDose before, ScheduledDose after) {
    Span one = before.tooOldFrom();
    Span other = after.tooOldFrom();
    if (one == null || other == null || one.equals(other)) {
      return one == other || one != null && one.equals(other);
    }
    return line == 0
        && vaccine.liveSpacing() == null
        && before.minInterval() == null
        && before.season() == null
        && isNotReached(one)
        && isNotReached(other);
  }

  private boolean isNotReached(Span limit) {
    return limit.unit() == Span.Unit.MONTH && least(limit).months >= belowMonths;
  }

  private Day least(Span span) {
    return day(span, count(span, false));
  }

  private Day most(Span span) {
    return day(span, count(span, true));
  }

  private int count(Span span, boolean most) {
    if (span.parameter().isEmpty()) {
      return span.count();
    }
    var numbers = values.apply(span.parameter()).stream().mapToDouble(v -> v);
    return (int) (most ? numbers.max() : numbers.min()).orElseThrow();
  }

  private static Day day(Span span, int count) {
    return switch (span.unit()) {
      case DAY -> new Day(0, count);
      case WEEK -> new Day(0, count * DAYS_A_WEEK);
      case MONTH -> new Day(count, 0);
    };
  }
}
