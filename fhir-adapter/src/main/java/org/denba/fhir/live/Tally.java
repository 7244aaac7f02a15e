package org.denba.fhir.live;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often each word occurred. At most so many words are told apart; further ones count together,
 * so that memory is bounded whatever happens. Thread-safe, and exact.
 */
final class Tally {

  /** What words beyond the limit count as. */
  static final String OTHER = "other";

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final int most;

  /**
   * @param most how many words are told apart
   */
  Tally(int most) {
    this.most = most;
  }

  void add(String word) {
    LongAdder count = counts.get(word);
    if (count == null) {
      count = counts.computeIfAbsent(counts.size() < most ? word : OTHER, w -> new LongAdder());
    }
    count.increment();
  }

  void addAll(Iterable<String> words) {
    words.forEach(this::add);
  }

  /** The counts, the highest first; of equal ones in the order of the alphabet. */
  Map<String, Long> sums() {
    Map<String, Long> sums = new LinkedHashMap<>();
    counts.entrySet().stream()
        .map(entry -> Map.entry(entry.getKey(), entry.getValue().sum()))
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> sums.put(entry.getKey(), entry.getValue()));
    return sums;
  }
}
