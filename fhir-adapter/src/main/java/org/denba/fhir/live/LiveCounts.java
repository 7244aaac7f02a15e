package org.denba.fhir.live;

import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Everything that is counted. Adding costs some dozens of increments and takes no lock; memory is
 * bounded by the rules and by fixed limits, never by what clients send. Thread-safe, and exact.
 */
final class LiveCounts {

  static final int HOURS = 48;
  static final int DAYS = 60;

  /** The district of an answer that has none. */
  static final String NO_DISTRICT = "none";

  private static final int MOST_DISTRICTS = 1_000;
  private static final int MOST_ELEMENTS = 2_000;
  private static final int MOST_WORDS = 200;
  private static final int MOST_RULES = 64;

  private final Clock clock;
  private final AtomicLong since;
  private final UrgencyCount urgencies = new UrgencyCount();
  private final LongAdder undecided = new LongAdder();
  private final LongAdder incomplete = new LongAdder();
  private final LongAdder stale = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final Tally refusals = new Tally(MOST_WORDS);
  private final Tally warnings = new Tally(MOST_WORDS);
  private final Tally asked = new Tally(MOST_ELEMENTS);
  private final Tally missing = new Tally(MOST_ELEMENTS);
  private final UrgencyTable protocols = new UrgencyTable(MOST_WORDS);
  private final UrgencyTable settings = new UrgencyTable(MOST_WORDS);
  private final UrgencyTable ages = new UrgencyTable(MOST_WORDS);
  private final UrgencyTable districts = new UrgencyTable(MOST_DISTRICTS);
  private final Periods hours = new Periods(HOURS);
  private final Periods days = new Periods(DAYS);
  private final Map<RulesCount.Rules, RulesCount> rules = new ConcurrentHashMap<>();

  /** Counts from now on; entries of an earlier hour move the start back. */
  LiveCounts(Clock clock) {
    this.clock = clock;
    this.since = new AtomicLong(Hours.of(clock.instant()));
  }

  void add(Entry entry) {
    Hours.earliest(since, entry.hour());
    if (entry instanceof Decision decision) {
      add(decision);
    } else if (entry instanceof Refusal refusal) {
      refused.increment();
      refusals.addAll(refusal.codes());
    }
  }

  private void add(Decision decision) {
    urgencies.add(decision.urgency());
    count(undecided, !decision.decided());
    count(incomplete, !decision.complete());
    count(stale, decision.stale());
    warnings.addAll(decision.warnings());
    missing.addAll(decision.missing());
    if (!decision.missing().isEmpty()) {
      asked.add(decision.missing().get(0));
    }
    protocols.add(decision.protocol(), decision.urgency());
    settings.add(decision.setting(), decision.urgency());
    ages.add(decision.age().code(), decision.urgency());
    districts.add(
        decision.district() == null ? NO_DISTRICT : decision.district(), decision.urgency());
    long now = Hours.of(clock.instant());
    hours.add(decision.hour(), now, decision.urgency());
    days.add(day(decision.hour()), day(now), decision.urgency());
    rules(new RulesCount.Rules(decision.protocol(), decision.version(), decision.digest()))
        .add(decision);
  }

  private static void count(LongAdder count, boolean holds) {
    if (holds) {
      count.increment();
    }
  }

  private RulesCount rules(RulesCount.Rules key) {
    RulesCount count = rules.get(key);
    if (count == null) {
      count = rules.computeIfAbsent(key, k -> new RulesCount());
      if (rules.size() > MOST_RULES) {
        forgetOldestRules(key);
      }
    }
    return count;
  }

  /**
   * The rows of rules that have not answered for longest; their answers stay in all other counts.
   */
  private void forgetOldestRules(RulesCount.Rules newest) {
    rules.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(newest))
        .min(Comparator.comparing(entry -> entry.getValue().last()))
        .ifPresent(entry -> rules.remove(entry.getKey()));
  }

  private long day(long hour) {
    return Hours.day(hour, clock.getZone()).toEpochDay();
  }

  /** The hour from which on everything is counted. */
  long since() {
    return since.get();
  }

  UrgencyCount urgencies() {
    return urgencies;
  }

  long undecided() {
    return undecided.sum();
  }

  long incomplete() {
    return incomplete.sum();
  }

  long stale() {
    return stale.sum();
  }

  long refused() {
    return refused.sum();
  }

  Tally refusals() {
    return refusals;
  }

  Tally warnings() {
    return warnings;
  }

  /** Data elements that were the first to ask. */
  Tally asked() {
    return asked;
  }

  /** Data elements that were still to be assessed. */
  Tally missing() {
    return missing;
  }

  UrgencyTable protocols() {
    return protocols;
  }

  UrgencyTable settings() {
    return settings;
  }

  UrgencyTable ages() {
    return ages;
  }

  UrgencyTable districts() {
    return districts;
  }

  Periods hours() {
    return hours;
  }

  Periods days() {
    return days;
  }

  Map<RulesCount.Rules, RulesCount> rules() {
    return Map.copyOf(rules);
  }

  Clock clock() {
    return clock;
  }
}
