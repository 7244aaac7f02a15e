package org.denba.fhir.live;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.denba.engine.protocol.Urgency;

/** Decisions for tests, on a fixed day. */
final class Decisions {

  static final Instant NOON = Instant.parse("2026-03-10T12:20:00Z");
  static final long HOUR = Hours.of(NOON);
  static final Clock CLOCK = Clock.fixed(NOON, ZoneId.of("Africa/Bamako"));

  private Decisions() {}

  static Decision at(long hour, Urgency urgency) {
    return decision(hour, "imci-child", "sha256:aa", "kita", urgency, List.of("stale"));
  }

  static Decision of(String protocol, String digest, String district, Urgency urgency) {
    return decision(HOUR, protocol, digest, district, urgency, List.of());
  }

  private static Decision decision(
      long hour,
      String protocol,
      String digest,
      String district,
      Urgency urgency,
      List<String> warnings) {
    boolean undetermined = urgency == Urgency.UNDETERMINED;
    return new Decision(
        hour,
        protocol,
        "1.0.0",
        digest,
        "community",
        district,
        AgeBand.FROM_1_YEAR,
        urgency,
        undetermined ? Urgency.REFER_URGENT : urgency,
        !undetermined,
        !undetermined,
        undetermined ? List.of() : List.of("ROW-1"),
        undetermined ? List.of("ROW-1", "ROW-2") : List.of(),
        undetermined ? List.of("sign-b", "sign-a") : List.of(),
        warnings);
  }

  static Clock clock(String instant) {
    return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
  }
}
