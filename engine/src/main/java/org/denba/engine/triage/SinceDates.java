package org.denba.engine.triage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.Measurements;

/**
 * Quantities that follow from dates: days since a date, hours since (as far as a date tells them),
 * and the duration of pregnancy.
 */
final class SinceDates {

  private static final int HOURS_A_DAY = 24;
  private static final String MONTH = "mo";

  private final DataDictionary dictionary;

  SinceDates(DataDictionary dictionary) {
    this.dictionary = dictionary;
  }

  void apply(Encounter encounter) {
    for (Measurements.DaysSince rule : encounter.protocol().measurements().daysSince()) {
      daysSince(rule.dateSlot(), encounter)
          .ifPresent(
              days ->
                  encounter
                      .assessment()
                      .quantity(rule.slot(), Interval.point(inUnit(rule.slot(), days, encounter))));
    }
    for (Measurements.DaysSince rule : encounter.protocol().measurements().hoursSince()) {
      if (hasNoValue(rule.slot(), encounter)) {
        daysSince(rule.dateSlot(), encounter)
            .ifPresent(days -> computed(rule.slot(), hours(days), encounter));
      }
    }
    encounter.protocol().measurements().gestation().ifPresent(rule -> gestation(rule, encounter));
  }

  /** Days, or completed calendar months where the quantity counts months. */
  private double inUnit(int slot, long days, Encounter encounter) {
    return dictionary.elements().get(slot).unit().equals(MONTH)
        ? PatientAge.monthsOf(encounter.date().minusDays(days), encounter.date())
        : days;
  }

  /** The hour of the day is not known, neither then nor now. */
  private static Interval hours(long days) {
    return new Interval(Math.max(0, (days - 1) * HOURS_A_DAY), (double) (days + 1) * HOURS_A_DAY);
  }

  private void gestation(Measurements.Gestation rule, Encounter encounter) {
    if (!hasNoValue(rule.slot(), encounter)) {
      return;
    }
    DataElement element = dictionary.elements().get(rule.slot());
    for (Measurements.Gestation.Source source : rule.sources()) {
      boolean counts = source.when() == null || source.when().certain(encounter.assessment());
      Optional<Interval> days = counts ? days(source, encounter) : Optional.empty();
      if (days.isPresent()) {
        Optional<Interval> allowed = element.allowed();
        if (allowed.isEmpty()
            || days.get().low() >= allowed.get().low()
                && days.get().high() <= allowed.get().high()) {
          computed(rule.slot(), days.get(), encounter);
          return;
        }
        DataElement told = dictionary.elements().get(source.slot());
        encounter.notice(
            new Notice("gestation-not-possible", "findings." + told.id(), Map.of("element", told)));
      }
    }
  }

  private static Optional<Interval> days(
      Measurements.Gestation.Source source, Encounter encounter) {
    Finding told = encounter.finding(source.slot());
    if (told instanceof Finding.Quantity weeks && source.daysEach() > 0) {
      // a number of completed weeks
      return Optional.of(
          new Interval(
              Math.floor(weeks.value().low()) * source.daysEach(),
              Math.floor(weeks.value().high()) * source.daysEach() + source.daysEach() - 1));
    }
    return told instanceof Finding.Day day && source.daysEach() == 0
        ? Optional.of(
            Interval.point(
                source.daysAtDate() + ChronoUnit.DAYS.between(day.date(), encounter.date())))
        : Optional.empty();
  }

  private static boolean hasNoValue(int slot, Encounter encounter) {
    return encounter.finding(slot) == null || encounter.finding(slot) instanceof Finding.NotDone;
  }

  private static void computed(int slot, Interval value, Encounter encounter) {
    encounter.found(slot, new Finding.Quantity(value));
    encounter.assessment().quantity(slot, value);
  }

  private Optional<Long> daysSince(int dateSlot, Encounter encounter) {
    if (!(encounter.finding(dateSlot) instanceof Finding.Day day)) {
      return Optional.empty();
    }
    long days = ChronoUnit.DAYS.between(day.date(), encounter.date());
    if (days < 0) {
      notice("date-after-assessment", dateSlot, day.date(), encounter);
      return Optional.empty();
    }
    return Optional.of(days);
  }

  private void notice(String code, int dateSlot, LocalDate date, Encounter encounter) {
    DataElement element = dictionary.elements().get(dateSlot);
    encounter.notice(
        new Notice(code, "findings." + element.id(), Map.of("element", element, "date", date)));
  }
}
