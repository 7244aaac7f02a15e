package org.denba.fhir.finding;

import java.time.LocalDate;
import java.util.Optional;
import org.denba.engine.assessment.Finding;

/** Reads date elements; of a date with a time, the day that it names is kept. */
final class DayReader {

  private DayReader() {}

  static Optional<Finding> read(SentValue value, ReadAt at) {
    if (!(value instanceof SentValue.Text text)) {
      return at.wrongType(value, "a date such as \"2026-11-22\"");
    }
    Optional<LocalDate> day = IsoDay.named(text.value());
    if (day.isEmpty()) {
      return at.error("invalid-date", invalid(text.value()));
    }
    return Optional.of(new Finding.Day(day.get()));
  }

  private static String invalid(String text) {
    return Quoted.of(text)
        + " is not a day of the calendar: send it as year-month-day, such as \"2026-11-22\"";
  }
}
