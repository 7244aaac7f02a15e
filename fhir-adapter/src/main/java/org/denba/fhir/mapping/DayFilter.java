package org.denba.fhir.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.denba.engine.dictionary.DataElement;

/**
 * Decides which day's readings of an element count: those of the day of the assessment; failing
 * these, those of a later day (with a remark); failing these, for an element that may be history,
 * those of its latest earlier day. What is of an earlier day and may not be history is left out: a
 * sign that was absent yesterday is not known today.
 */
final class DayFilter {

  private final LocalDate today;
  private final Notices notices;

  DayFilter(LocalDate today, Notices notices) {
    this.today = today;
    this.notices = notices;
  }

  /** The readings of one element that count, all of one day; empty when none does. */
  List<Reading> count(DataElement element, List<Reading> readings) {
    List<Reading> now = new ArrayList<>();
    List<Reading> later = new ArrayList<>();
    List<Reading> earlier = new ArrayList<>();
    for (Reading reading : readings) {
      LocalDate day = reading.moment().day();
      if (day == null || today == null || day.equals(today) && reading.moment().precise()) {
        now.add(reading);
      } else if (day.isAfter(today)) {
        later.add(reading);
      } else {
        earlier.add(reading);
      }
    }
    if (!now.isEmpty()) {
      if (!element.history()) {
        leftOut(element, earlier);
      }
      return now;
    }
    if (!later.isEmpty()) {
      List<Reading> counting = latestDay(later);
      notices.about(
          "later-than-visit",
          counting.get(0).path(),
          element,
          Map.of("date", counting.get(0).moment().day()));
      return counting;
    }
    if (element.history()) {
      List<Reading> counting = latestDay(earlier);
      notices.about(
          "history-used",
          counting.get(0).path(),
          element,
          Map.of("date", counting.get(0).moment().day()));
      return counting;
    }
    leftOut(element, earlier);
    return List.of();
  }

  private void leftOut(DataElement element, List<Reading> earlier) {
    if (!earlier.isEmpty()) {
      Reading latest = latestDay(earlier).get(0);
      notices.about(
          "history-ignored", latest.path(), element, Map.of("date", latest.moment().day()));
    }
  }

  private static List<Reading> latestDay(List<Reading> readings) {
    LocalDate latest =
        readings.stream()
            .map(r -> r.moment().day())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return readings.stream().filter(r -> latest.equals(r.moment().day())).toList();
  }
}
