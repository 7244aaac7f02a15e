package org.denba.fhir.live;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.denba.engine.protocol.Urgency;

/**
 * Answers by urgency for each of the last periods (hours, days). What is older than the last so
 * many is forgotten. Thread-safe; exact for the periods that are kept.
 */
final class Periods {

  private final ConcurrentSkipListMap<Long, UrgencyCount> periods = new ConcurrentSkipListMap<>();
  private final int kept;

  /**
   * @param kept how many periods back are kept, this one included
   */
  Periods(int kept) {
    this.kept = kept;
  }

  /**
   * @param period number of the period of the answer
   * @param current number of the period that it is now
   */
  void add(long period, long current, Urgency urgency) {
    if (period <= current - kept) {
      return;
    }
    UrgencyCount count = periods.get(period);
    if (count == null) {
      count = periods.computeIfAbsent(period, p -> new UrgencyCount());
      periods.headMap(current - kept, true).clear();
    }
    count.add(urgency);
  }

  /** Every one of the last periods up to the current one, also those without an answer. */
  Map<Long, Map<Urgency, Long>> sums(long current) {
    Map<Long, Map<Urgency, Long>> sums = new TreeMap<>();
    for (long period = current - kept + 1; period <= current; period++) {
      UrgencyCount count = periods.get(period);
      sums.put(period, (count == null ? new UrgencyCount() : count).sums());
    }
    return sums;
  }
}
