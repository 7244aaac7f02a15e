package org.denba.fhir.mapping;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;

/**
 * When something was observed, as exactly as it was told.
 *
 * @param day the day in the zone of the service, or null where no day is told
 * @param instant the point in time, or null where only the day is told
 * @param precise false where only a month or a year was told; {@code day} is then its first day
 */
record Moment(LocalDate day, Instant instant, boolean precise) {

  /** Nothing is told: the observation is taken to belong to the encounter. */
  static final Moment UNTOLD = new Moment(null, null, true);

  /**
   * Reads {@code effective[x]}: a dateTime, an instant, or the start (else the end) of a period.
   */
  static Moment of(Type effective, ZoneId zone) {
    if (effective instanceof BaseDateTimeType dateTime && dateTime.hasValue()) {
      return of(dateTime, zone);
    }
    if (effective instanceof Period period && period.hasStart()) {
      return of(period.getStartElement(), zone);
    }
    if (effective instanceof Period period && period.hasEnd()) {
      return of(period.getEndElement(), zone);
    }
    return UNTOLD;
  }

  private static Moment of(BaseDateTimeType dateTime, ZoneId zone) {
    TemporalPrecisionEnum precision = dateTime.getPrecision();
    if (precision.ordinal() > TemporalPrecisionEnum.DAY.ordinal()) {
      Instant instant = instant(dateTime, zone);
      return new Moment(instant.atZone(zone).toLocalDate(), instant, true);
    }
    int month = precision == TemporalPrecisionEnum.YEAR ? 1 : dateTime.getMonth() + 1;
    int day = precision == TemporalPrecisionEnum.DAY ? dateTime.getDay() : 1;
    return new Moment(
        LocalDate.of(dateTime.getYear(), month, day), null, precision == TemporalPrecisionEnum.DAY);
  }

  /** A time without an offset is a time of the service's zone, not of the machine that runs it. */
  private static Instant instant(BaseDateTimeType dateTime, ZoneId zone) {
    if (dateTime.getTimeZone() != null) {
      return dateTime.getValue().toInstant();
    }
    return LocalDateTime.of(
            dateTime.getYear(),
            dateTime.getMonth() + 1,
            dateTime.getDay(),
            dateTime.getHour(),
            dateTime.getMinute(),
            dateTime.getSecond())
        .atZone(zone)
        .toInstant();
  }

  boolean told() {
    return day != null;
  }
}
