package org.denba.fhir.live;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.denba.engine.protocol.Urgency;

/** Answers by urgency. Thread-safe, and exact. */
final class UrgencyCount {

  private final LongAdder[] counts = new LongAdder[Urgency.values().length];

  UrgencyCount() {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  void add(Urgency urgency) {
    counts[urgency.ordinal()].increment();
  }

  /** Every urgency with its count. */
  Map<Urgency, Long> sums() {
    Map<Urgency, Long> sums = new EnumMap<>(Urgency.class);
    for (Urgency urgency : Urgency.values()) {
      sums.put(urgency, counts[urgency.ordinal()].sum());
    }
    return sums;
  }
}
