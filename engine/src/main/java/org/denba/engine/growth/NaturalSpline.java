package org.denba.engine.growth;

/**
 * The natural cubic spline through knots that lie on whole grid positions: the smoothest curve
 * through them, straight at both ends.
 */
final class NaturalSpline {

  private NaturalSpline() {}

  /**
   * @param at grid positions of the knots, rising, the first being 0; at least two
   * @param value the value at each knot
   * @return the curve at every grid position from 0 to the last knot
   */
  static double[] sample(int[] at, double[] value) {
    double[] bend = secondDerivatives(at, value);
    double[] curve = new double[at[at.length - 1] + 1];
    int segment = 0;
    for (int x = 0; x < curve.length; x++) {
      if (x > at[segment + 1]) {
        segment++;
      }
      double width = at[segment + 1] - at[segment];
      double right = (x - at[segment]) / width;
      double left = 1 - right;
      curve[x] =
          left * value[segment]
              + right * value[segment + 1]
              + ((left * left * left - left) * bend[segment]
                      + (right * right * right - right) * bend[segment + 1])
                  * width
                  * width
                  / 6;
    }
    return curve;
  }

  /**
   * Solves the tridiagonal system of a natural spline (elimination, then substitution backwards).
   */
  private static double[] secondDerivatives(int[] at, double[] value) {
    int last = at.length - 1;
    double[] bend = new double[at.length];
    double[] factor = new double[at.length];
    for (int i = 1; i < last; i++) {
      double before = at[i] - at[i - 1];
      double after = at[i + 1] - at[i];
      double slopeChange = (value[i + 1] - value[i]) / after - (value[i] - value[i - 1]) / before;
      double pivot = 2 * (before + after) - before * factor[i - 1];
      factor[i] = after / pivot;
      bend[i] = (6 * slopeChange - before * bend[i - 1]) / pivot;
    }
    for (int i = last - 1; i > 0; i--) {
      bend[i] -= factor[i] * bend[i + 1];
    }
    return bend;
  }
}
