package org.denba.engine.dosing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a calculated amount becomes one that can be measured. */
enum Rounding {
  NEAREST {
    @Override
    double steps(double exact) {
      return Math.floor(exact + 0.5);
    }
  },
  UP {
    @Override
    double steps(double exact) {
      return Math.ceil(exact);
    }
  },
  DOWN {
    @Override
    double steps(double exact) {
      return Math.floor(exact);
    }
  };

  static final List<String> CELLS = Arrays.stream(values()).map(Rounding::toString).toList();

  /** Binary fractions are cleaned to this many parts of one, far finer than any syringe. */
  private static final double CLEAN = 1e6;

  abstract double steps(double exact);

  /**
   * The value as a whole number of steps. Half a step goes up in {@link #NEAREST}. A value that is
   * a whole number of steps but for binary noise (0.3 = 3 × 0.1) counts as whole.
   */
  double apply(double value, double step) {
    return clean(steps(clean(value / step)) * step);
  }

  static double clean(double value) {
    return Math.rint(value * CLEAN) / CLEAN;
  }

  /** The rounding of a cell, or null when the cell says something else. */
  static Rounding of(String cell) {
    return CELLS.contains(cell) ? values()[CELLS.indexOf(cell)] : null;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
