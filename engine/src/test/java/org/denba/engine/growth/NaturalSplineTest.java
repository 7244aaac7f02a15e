package org.denba.engine.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NaturalSplineTest {

  private static final int[] KNOTS = {0, 2, 3, 7, 10};

  @Test
  void runsThroughItsKnots() {
    double[] values = {1, 4, 2, 8, 8.5};
    double[] curve = NaturalSpline.sample(KNOTS, values);
    for (int i = 0; i < KNOTS.length; i++) {
      assertThat(curve[KNOTS[i]]).isCloseTo(values[i], within(1e-12));
    }
    assertThat(curve).hasSize(11);
  }

  @Test
  void isALineThroughKnotsOnALine() {
    double[] curve = NaturalSpline.sample(KNOTS, new double[] {1, 5, 7, 15, 21});
    for (int x = 0; x < curve.length; x++) {
      assertThat(curve[x]).isCloseTo(1 + 2 * x, within(1e-12));
    }
  }

  @Test
  void isALineBetweenTwoKnots() {
    assertThat(NaturalSpline.sample(new int[] {0, 4}, new double[] {1, 3}))
        .containsExactly(1, 1.5, 2, 2.5, 3);
  }

  /** Worked by hand: through 0, 1, 0 at 0, 2, 4 the bend in the middle is -0.75. */
  @Test
  void bendsAsWorkedByHand() {
    double[] curve = NaturalSpline.sample(new int[] {0, 2, 4}, new double[] {0, 1, 0});
    assertThat(curve[1]).isCloseTo(0.6875, within(1e-12));
    assertThat(curve[3]).isCloseTo(0.6875, within(1e-12));
  }
}
