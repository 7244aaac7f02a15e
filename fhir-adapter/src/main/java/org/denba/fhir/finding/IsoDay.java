package org.denba.fhir.finding;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ISO 8601 days, alone or with a time of day. */
public final class IsoDay {

  /** Years are of four digits: others are slips of the finger. */
  private static final Pattern DAY =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})?)?");

  private static final int TIME = 2;
  private static final int ZONE = 5;

  private IsoDay() {}

  /**
   * The day that the text names, its time and zone cut off; empty when it is no day of the
   * calendar.
   */
  public static Optional<LocalDate> named(String text) {
    return read(text, null);
  }

  /**
   * The day that it was in {@code zone} at the moment that the text names; a text without a zone
   * names a day as it stands.
   */
  public static Optional<LocalDate> in(ZoneId zone, String text) {
    return read(text, zone);
  }

  private static Optional<LocalDate> read(String text, ZoneId zone) {
    Matcher matcher = DAY.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      if (zone != null && matcher.group(TIME) != null && matcher.group(ZONE) != null) {
        return Optional.of(OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate());
      }
      return Optional.of(LocalDate.parse(matcher.group(1)));
    } catch (DateTimeException e) {
      // The form of a date, and no such day or time, such as 30 February: the caller says so.
      return Optional.empty();
    }
  }
}
