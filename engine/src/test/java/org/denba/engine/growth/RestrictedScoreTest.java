package org.denba.engine.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RestrictedScoreTest {

  private static final RestrictedScore SCORE = new RestrictedScore(2, 3);

  @Test
  void withLOf1ItIsTheDistanceFromTheMedianInSd() {
    assertThat(SCORE.of(12, 1, 10, 0.1)).isCloseTo(2, within(1e-12));
    assertThat(SCORE.of(9, 1, 10, 0.1)).isCloseTo(-1, within(1e-12));
  }

  @Test
  void withLOf0ItIsTheLogarithm() {
    assertThat(SCORE.of(10 * Math.exp(0.2), 0, 10, 0.1)).isCloseTo(2, within(1e-12));
    assertThat(SCORE.measurementAt(-3, 0, 10, 0.1)).isCloseTo(10 * Math.exp(-0.3), within(1e-12));
  }

  @Test
  void withLNear0ItIsNearTheLogarithm() {
    assertThat(SCORE.of(12, 1e-12, 10, 0.1)).isCloseTo(SCORE.of(12, 0, 10, 0.1), within(1e-9));
  }

  /**
   * With L = 0, S = 0.1 the third step is as wide as 10·(e^0.3 - e^0.2) above and 10·(e^-0.2 -
   * e^-0.3) below.
   */
  @Test
  void beyond3ItCountsInOuterSteps() {
    double high = 10 * Math.exp(0.3);
    double low = 10 * Math.exp(-0.3);
    assertThat(SCORE.of(high + (high - 10 * Math.exp(0.2)), 0, 10, 0.1)).isCloseTo(4, within(1e-9));
    assertThat(SCORE.of(low - (10 * Math.exp(-0.2) - low), 0, 10, 0.1)).isCloseTo(-4, within(1e-9));
  }

  @Test
  void onItsOwnLineAWeightIsNotBelowIt() {
    for (double l = -0.5; l <= 0.5; l += 0.01) {
      for (double m = 2; m < 20; m += 0.37) {
        assertThat(SCORE.of(SCORE.measurementAt(-3, l, m, 0.09), l, m, 0.09))
            .isGreaterThanOrEqualTo(-3)
            .isCloseTo(-3, within(1e-12));
      }
    }
  }

  @Test
  void aCurveThatDoesNotReach3SdCannotBeUsed() {
    assertThat(SCORE.canUse(-0.35, 10, 0.09)).isTrue();
    assertThat(SCORE.canUse(4, 10, 0.09)).isFalse();
    assertThat(SCORE.canUse(-0.35, -10, 0.09)).isFalse();
    assertThat(SCORE.canUse(-0.35, 10, 0)).isFalse();
  }
}
