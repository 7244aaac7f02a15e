package org.denba.fhir.live;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * What one protocol in one state of its rules answered: rules that change count anew, so that
 * "never fired" is said of the rules that are active. Thread-safe, and exact.
 */
final class RulesCount {

  private static final int MOST_ROWS = 2_000;

  /**
   * @param protocol protocol id
   * @param version its version
   * @param digest digest of its rule files
   */
  record Rules(String protocol, String version, String digest) {}

  private final LongAdder answers = new LongAdder();
  private final AtomicLong first = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);
  private final Tally proved = new Tally(MOST_ROWS);
  private final Tally open = new Tally(MOST_ROWS);

  void add(Decision decision) {
    Hours.earliest(first, decision.hour());
    Hours.latest(last, decision.hour());
    proved.addAll(decision.proved());
    open.addAll(decision.open());
    // last, so that whatever has answers has a first and a last hour
    answers.increment();
  }

  long answers() {
    return answers.sum();
  }

  /** The hour of the first answer. */
  long first() {
    return first.get();
  }

  /** The hour of the last answer. */
  long last() {
    return last.get();
  }

  /** Rows that were proved. */
  Tally proved() {
    return proved;
  }

  /** Rows that were not ruled out. */
  Tally open() {
    return open;
  }
}
