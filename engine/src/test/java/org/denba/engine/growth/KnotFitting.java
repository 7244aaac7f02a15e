package org.denba.engine.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Finds few knots whose natural spline, rounded to the published decimals, is equal to every row of
 * a reference column.
 *
 * <ol>
 *   <li>Start with evenly spaced knots.
 *   <li>Fit the values at the knots: project the reference on the space of splines with these knots
 *       (least squares), move the result into the rounding band of each row, project again, and so
 *       on until it lies in every band.
 *   <li>When a row stays outside its band, put a knot in the middle of the segment with the largest
 *       miss, and fit again.
 *   <li>At the end, take out every knot without which the fit still succeeds.
 * </ol>
 *
 * Errors are counted in units of the last published decimal, so 0.5 is the edge of the rounding
 * band.
 */
final class KnotFitting {

  private static final int FIRST_KNOTS = 9;
  private static final int ROUNDS = 200;
  private static final double BAND = 0.497;
  private static final double AIM_INSIDE = 0.99;
  private static final double OVER_RELAXATION = 1.8;

  private final double[][] columns;
  private final int size;

  /**
   * @param columns each column in units of its last published decimal
   */
  KnotFitting(double[][] columns) {
    this.columns = columns;
    this.size = columns[0].length;
  }

  /** Knots and, for each column, the values at them. */
  record Knots(int[] at, double[][] values) {}

  Knots find() {
    TreeSet<Integer> at = new TreeSet<>();
    IntStream.range(0, FIRST_KNOTS).forEach(i -> at.add(i * (size - 1) / (FIRST_KNOTS - 1)));
    Fit fit = fit(at);
    while (!fit.succeeded()) {
      at.add(fit.middleOfWorstSegment());
      fit = fit(at);
    }
    for (int knot : List.copyOf(at.subSet(1, size - 1))) {
      at.remove(knot);
      Fit without = fit(at);
      if (without.succeeded()) {
        fit = without;
      } else {
        at.add(knot);
      }
    }
    return fit.knots();
  }

  private Fit fit(TreeSet<Integer> knots) {
    int[] at = knots.stream().mapToInt(Integer::intValue).toArray();
    double[][] shapes = orthonormalShapes(at);
    double[] miss = new double[size];
    List<double[]> values = new ArrayList<>();
    for (double[] column : columns) {
      double[] curve = project(shapes, column);
      for (int round = 0; round < ROUNDS && largestMiss(curve, column) > BAND; round++) {
        double[] step = new double[size];
        for (int x = 0; x < size; x++) {
          double edge = BAND * AIM_INSIDE;
          step[x] = Math.max(column[x] - edge, Math.min(column[x] + edge, curve[x])) - curve[x];
        }
        double[] projected = project(shapes, step);
        for (int x = 0; x < size; x++) {
          curve[x] += OVER_RELAXATION * projected[x];
        }
      }
      for (int x = 0; x < size; x++) {
        miss[x] = Math.max(miss[x], Math.abs(curve[x] - column[x]));
      }
      // A spline runs through its knots, so its values there are the curve's.
      values.add(IntStream.of(at).mapToDouble(x -> curve[x]).toArray());
    }
    return new Fit(new Knots(at, values.toArray(double[][]::new)), miss);
  }

  private static double largestMiss(double[] curve, double[] column) {
    return IntStream.range(0, column.length)
        .mapToDouble(x -> Math.abs(curve[x] - column[x]))
        .max()
        .orElseThrow();
  }

  /**
   * The splines that are 1 at one knot and 0 at the others, made orthonormal (modified
   * Gram-Schmidt).
   */
  private double[][] orthonormalShapes(int[] at) {
    double[][] shapes = new double[at.length][];
    for (int k = 0; k < at.length; k++) {
      double[] one = new double[at.length];
      one[k] = 1;
      double[] shape = NaturalSpline.sample(at, one);
      for (int j = 0; j < k; j++) {
        addTo(shape, shapes[j], -dot(shape, shapes[j]));
      }
      double length = Math.sqrt(dot(shape, shape));
      for (int x = 0; x < size; x++) {
        shape[x] /= length;
      }
      shapes[k] = shape;
    }
    return shapes;
  }

  private double[] project(double[][] shapes, double[] column) {
    double[] curve = new double[size];
    for (double[] shape : shapes) {
      addTo(curve, shape, dot(shape, column));
    }
    return curve;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int x = 0; x < a.length; x++) {
      sum += a[x] * b[x];
    }
    return sum;
  }

  private static void addTo(double[] sum, double[] other, double factor) {
    for (int x = 0; x < sum.length; x++) {
      sum[x] += factor * other[x];
    }
  }

  private record Fit(Knots knots, double[] miss) {

    boolean succeeded() {
      return IntStream.range(0, miss.length).allMatch(x -> miss[x] <= BAND);
    }

    int middleOfWorstSegment() {
      int[] at = knots.at();
      int middle = -1;
      double worst = -1;
      for (int i = 1; i < at.length; i++) {
        for (int x = at[i - 1]; x <= at[i] && at[i] - at[i - 1] > 1; x++) {
          if (miss[x] > worst) {
            worst = miss[x];
            middle = (at[i - 1] + at[i]) / 2;
          }
        }
      }
      return middle;
    }
  }
}
