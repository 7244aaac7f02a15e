package org.denba.engine.immunisation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * The days of the year on which a seasonal dose is given.
 *
 * @param from first day
 * @param to last day, later in the same year
 */
public record Season(MonthDay from, MonthDay to) {

  /**
   * Reads {@code 05-01..06-30}.
   *
   * @return empty when the text is not of this form
   */
  static Optional<Season> parse(String text) {
    String[] ends = text.split("\\.\\.", -1);
    try {
      Season season = new Season(MonthDay.parse("--" + ends[0]), MonthDay.parse("--" + ends[1]));
      return season.from.isAfter(season.to) ? Optional.empty() : Optional.of(season);
    } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** The first day of a season, not before this day and not before this year. */
  LocalDate firstDay(LocalDate earliest, int year) {
    int first = Math.max(year, earliest.getYear());
    if (earliest.isAfter(to.atYear(first))) {
      first++;
    }
    LocalDate start = from.atYear(first);
    return earliest.isAfter(start) ? earliest : start;
  }

  /** The last day of the season of this day's year. */
  LocalDate lastDay(LocalDate day) {
    return to.atYear(day.getYear());
  }
}
