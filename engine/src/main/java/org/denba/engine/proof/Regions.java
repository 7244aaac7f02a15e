package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.denba.engine.assessment.Interval;

/**
 * The regions into which bounds cut the values of a quantity: the bounds themselves and what lies
 * between them. All values of one region are alike to every comparison.
 *
 * @param values one value of each region, in rising order, in the quantity's unit
 */
record Regions(List<Double> values) {

  private static final double[] STEPS = {1, 0.5, 0.1, 0.01};

  /**
   * @param bounds the numbers that rules compare with
   * @param range the values that are possible; outside it there is no region
   * @param whole whether the quantity counts whole units
   */
  static Regions of(SortedSet<Double> bounds, Interval range, boolean whole) {
    List<Double> values = new ArrayList<>();
    double before = range.low();
    boolean closed = true;
    for (double bound : bounds) {
      if (bound < range.low() || bound > range.high()) {
        continue;
      }
      between(before, closed, bound, false, whole, values);
      values.add(bound);
      before = bound;
      closed = false;
    }
    between(before, closed, range.high(), true, whole, values);
    return new Regions(List.copyOf(values));
  }

  private static void between(
      double low,
      boolean lowCounts,
      double high,
      boolean highCounts,
      boolean whole,
      List<Double> values) {
    if (low == high) {
      if (lowCounts && highCounts) {
        values.add(low);
      }
      return;
    }
    for (double step : STEPS) {
      double middle = Math.rint((low + high) / 2 / step) * step;
      for (double value : new double[] {middle, middle - step, middle + step}) {
        double round = Math.rint(value * 100) / 100;
        if (round > low && round < high) {
          values.add(round);
          return;
        }
      }
      if (whole) {
        if (lowCounts) {
          values.add(low);
        } else if (highCounts) {
          values.add(high);
        }
        return;
      }
    }
    values.add((low + high) / 2);
  }

  int count() {
    return values.size();
  }
}
