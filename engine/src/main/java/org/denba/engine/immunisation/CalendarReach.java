package org.denba.engine.immunisation;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Which statuses the calendar can give with which dose next, whatever the child, the doses and the
 * day. What it says is not possible never happens; what it says is possible perhaps happens.
 */
public final class CalendarReach {

  private static final int DAYS_A_MONTH = 31;

  private final Vaccine vaccine;
  private final Function<String, Collection<Double>> values;
  private final double belowMonths;

  /**
   * @param values every number that a parameter may have
   * @param belowMonths the age in months that no child has reached
   */
  public CalendarReach(
      Vaccine vaccine, Function<String, Collection<Double>> values, double belowMonths) {
    this.vaccine = vaccine;
    this.values = values;
    this.belowMonths = belowMonths;
  }

  /** Whether a child can stand so with this vaccine while this dose is the next one. */
  public boolean canBe(String dose, VaccineStatus status) {
    List<ScheduledDose> lines = vaccine.doses();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).code().equals(dose) && canBe(i, status)) {
        return true;
      }
    }
    return false;
  }

  private boolean canBe(int line, VaccineStatus status) {
    ScheduledDose dose = vaccine.doses().get(line);
    return switch (status) {
      case COMPLETE -> vaccine.lateStart() != null || canBeLast(line);
      case UNKNOWN -> canBeFirst(line);
      case EXPIRED -> canBeTooOld(dose) && (!dose.skipIfTooOld() || canBeLast(line));
      case NOT_YET -> hasToWait(dose);
      case NOT_APPLICABLE -> !vaccine.districts().isEmpty();
      case DUE, OVERDUE -> true;
    };
  }

  /** No line after it counts whenever it counts itself. */
  private boolean canBeLast(int line) {
    ScheduledDose dose = vaccine.doses().get(line);
    return vaccine.doses().stream()
        .filter(other -> other.number() > dose.number())
        .noneMatch(other -> countsWhenever(other, dose));
  }

  /** Whether the other line counts whenever this one does. */
  static boolean countsWhenever(ScheduledDose other, ScheduledDose dose) {
    boolean alreadyActive =
        other.activeFrom() == null
            || dose.activeFrom() != null && !other.activeFrom().isAfter(dose.activeFrom());
    return alreadyActive && other.activeWhen() == null;
  }

  /** Each line before it does not count, or is passed over. */
  private boolean canBeFirst(int line) {
    ScheduledDose dose = vaccine.doses().get(line);
    return vaccine.doses().stream()
        .filter(other -> other.number() < dose.number())
        .allMatch(other -> other.skipIfTooOld() || !countsWhenever(other, dose));
  }

  private boolean canBeTooOld(ScheduledDose dose) {
    Span limit = dose.tooOldFrom();
    if (limit == null) {
      return false;
    }
    double least =
        limit.parameter().isEmpty()
            ? limit.count()
            : values.apply(limit.parameter()).stream().mapToDouble(v -> v).min().orElse(0);
    return limit.unit() == Span.Unit.MONTH
        ? least < belowMonths
        : limit.unit() == Span.Unit.WEEK || least < belowMonths * DAYS_A_MONTH;
  }

  private boolean hasToWait(ScheduledDose dose) {
    Span minAge = dose.minAge();
    return minAge.count() > 0
        || !minAge.parameter().isEmpty()
        || dose.minInterval() != null
        || dose.season() != null
        || vaccine.liveSpacing() != null;
  }
}
