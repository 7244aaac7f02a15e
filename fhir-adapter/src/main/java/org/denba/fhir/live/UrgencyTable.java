package org.denba.fhir.live;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.denba.engine.protocol.Urgency;

/**
 * Answers by urgency for each word (a protocol, a district). Bounded like a {@link Tally}.
 * Thread-safe, and exact.
 */
final class UrgencyTable {

  private final Map<String, UrgencyCount> lines = new ConcurrentHashMap<>();
  private final int most;

  UrgencyTable(int most) {
    this.most = most;
  }

  void add(String word, Urgency urgency) {
    UrgencyCount line = lines.get(word);
    if (line == null) {
      line =
          lines.computeIfAbsent(lines.size() < most ? word : Tally.OTHER, w -> new UrgencyCount());
    }
    line.add(urgency);
  }

  /** The lines in the order of the alphabet. */
  Map<String, Map<Urgency, Long>> sums() {
    Map<String, Map<Urgency, Long>> sums = new TreeMap<>();
    lines.forEach((word, line) -> sums.put(word, line.sums()));
    return sums;
  }
}
