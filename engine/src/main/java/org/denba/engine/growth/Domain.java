package org.denba.engine.growth;

/**
 * The keys of a table: from the first to the last in equal steps, in the unit of the key (cm or
 * days).
 *
 * @param from the first key
 * @param to the last key
 * @param step the distance between two keys
 */
record Domain(double from, double to, double step) {

  /**
   * How far, in steps, a number may miss a half or a whole because it is binary: 74.95 must round
   * up as it does on paper.
   */
  private static final double BINARY_NOISE = 1e-6;

  int size() {
    return position(to) + 1;
  }

  /**
   * The row whose key is nearest, half up; below 0 or from {@link #size()} on it lies outside the
   * table.
   */
  int position(double key) {
    return (int) Math.floor((key - from) / step + 0.5 + BINARY_NOISE);
  }

  boolean has(int position) {
    return position >= 0 && position < size();
  }

  double key(int position) {
    return from + position * step;
  }

  /** Whether the key is one of the table, not one between two. */
  boolean isOnStep(double key) {
    return Math.abs(key(position(key)) - key) < BINARY_NOISE * step;
  }
}
