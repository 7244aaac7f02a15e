package org.denba.engine.growth;

/**
 * The z-score of a measurement by L, M and S. The tails of weight are long and few children stand
 * behind them, so beyond a number of SD the z-score is counted in steps as wide as the outermost
 * one ("restricted" application of the LMS method).
 *
 * <p>Source: WHO Child Growth Standards: Methods and development, 2006, computation of centiles and
 * z-scores.
 *
 * @param from where the outermost step begins, in SD
 * @param beyond where the outermost step ends and restriction begins, in SD
 */
record RestrictedScore(double from, double beyond) {

  double of(double measurement, double l, double m, double s) {
    double logRatio = Math.log(measurement / m);
    // expm1 keeps the digits where L is almost 0; at 0 the limit is the logarithm itself.
    double z = l == 0 ? logRatio / s : Math.expm1(l * logRatio) / (l * s);
    if (z > beyond) {
      double outer = measurementAt(beyond, l, m, s);
      return beyond + Math.max(0, measurement - outer) / (outer - measurementAt(from, l, m, s));
    }
    if (z < -beyond) {
      double outer = measurementAt(-beyond, l, m, s);
      return -beyond + Math.min(0, measurement - outer) / (measurementAt(-from, l, m, s) - outer);
    }
    return z;
  }

  /** The measurement that has this z-score; NaN when the curve does not reach so far. */
  double measurementAt(double z, double l, double m, double s) {
    return l == 0 ? m * Math.exp(s * z) : m * Math.exp(Math.log1p(l * s * z) / l);
  }

  /** Whether L, M and S describe a curve that rises over all SD that are used. */
  boolean canUse(double l, double m, double s) {
    double low = measurementAt(-beyond, l, m, s);
    double lowInner = measurementAt(-from, l, m, s);
    double highInner = measurementAt(from, l, m, s);
    double high = measurementAt(beyond, l, m, s);
    return low > 0
        && low < lowInner
        && lowInner < m
        && m < highInner
        && highInner < high
        && Double.isFinite(high);
  }
}
