package org.denba.engine.impact;

import java.util.Map;

/**
 * How many patients were compared, and of how many the answer is another one.
 *
 * @param compared patients who were answered by both sets of rules
 * @param skipped patients whose protocol is the same in both, so that nothing can differ
 * @param unreadable lines of the cohort that are no request
 * @param changed patients whose answer differs at all
 * @param clinical patients whose answer differs in more than words
 * @param lessUrgent patients who are seen less soon, or not answered, or not looked at further
 * @param dangerous patients to whom harm may come: those, and those with less treatment or more of
 *     a medicine
 * @param byProtocol the patients who were compared, by the protocol that answered
 */
public record CohortCount(
    long compared,
    long skipped,
    long unreadable,
    long changed,
    long clinical,
    long lessUrgent,
    long dangerous,
    Map<String, Long> byProtocol) {

  /** Every patient of the cohort. */
  public long patients() {
    return compared + skipped;
  }
}
