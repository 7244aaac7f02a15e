package org.denba.fhir.live;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Time in whole hours since 1970 (UTC), the only time that is kept. */
final class Hours {

  private Hours() {}

  static long of(Instant instant) {
    return TimeUnit.SECONDS.toHours(instant.getEpochSecond());
  }

  static Instant instant(long hour) {
    return Instant.ofEpochSecond(TimeUnit.HOURS.toSeconds(hour));
  }

  static LocalDate day(long hour, ZoneId zone) {
    return LocalDate.ofInstant(instant(hour), zone);
  }

  /** Keeps the earlier of both; costs a read where it is known already. */
  static void earliest(AtomicLong known, long hour) {
    if (hour < known.get()) {
      known.accumulateAndGet(hour, Math::min);
    }
  }

  /** Keeps the later of both. */
  static void latest(AtomicLong known, long hour) {
    if (hour > known.get()) {
      known.accumulateAndGet(hour, Math::max);
    }
  }
}
