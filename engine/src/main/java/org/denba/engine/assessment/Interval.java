package org.denba.engine.assessment;

/**
 * A closed interval of numbers: what is known of a quantity that is not known exactly (an age given
 * in months, a z-score of a child whose sex was not told). A point is an interval whose ends are
 * equal. Both ends are finite; units are those of the data element.
 *
 * @param low the smallest value that is possible
 * @param high the largest value that is possible, never below {@code low}
 */
public record Interval(double low, double high) {

  /**
   * @throws IllegalArgumentException when an end is NaN or infinite, or the ends are swapped: a
   *     missing number is never written as NaN (in a rule engine NaN can compare as true)
   */
  public Interval {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new IllegalArgumentException(
          "not an interval of finite numbers: " + low + " to " + high);
    }
  }

  public static Interval point(double value) {
    return new Interval(value, value);
  }

  public boolean isPoint() {
    return low == high;
  }

  /** The smallest interval that holds this one and the other. */
  public Interval hull(Interval other) {
    return new Interval(Math.min(low, other.low), Math.max(high, other.high));
  }
}
