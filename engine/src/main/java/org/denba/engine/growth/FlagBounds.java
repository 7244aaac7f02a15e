package org.denba.engine.growth;

import org.denba.engine.assessment.Interval;

/**
 * The z-scores within which a measurement is believed; both bounds still are.
 *
 * @param below a z-score below it is flagged
 * @param above a z-score above it is flagged
 */
record FlagBounds(double below, double above) {

  ZScore scored(double low, double high) {
    return new ZScore(new Interval(low, high), low < below || high > above);
  }
}
