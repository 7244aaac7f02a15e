package org.denba.engine.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every number in a chart, a derived sign or an action has a case on each side of it, one step of
 * the measurement away at most, in which everything else that the rule asks for is true: so the
 * number alone decides.
 */
@ParameterizedClass
@MethodSource("org.denba.engine.verification.BuiltInCases#protocols")
class BoundCoverageTest {

  @Parameter BuiltInCases builtIn;

  /**
   * Bounds that cannot be missed while everything else holds. Under 6 months "no length board" does
   * not close weight for length, so the line for a child without it never gets as far as the age.
   */
  private static final Set<String> NEVER_MISSED = Set.of("NUT-4.c: atLeast(age-months, 6)");

  @Test
  void everyBoundHasACaseWhereItIsReached() {
    assertThat(
            bounds()
                .filter(
                    bound -> builtIn.seen().stream().noneMatch(seen -> bound.isHeldBy(seen, true)))
                .map(Bound::text))
        .isEmpty();
  }

  @Test
  void everyBoundHasACaseWhereItIsJustMissed() {
    assertThat(
            bounds()
                .filter(
                    bound ->
                        !isBeyondTheAges(bound)
                            && NEVER_MISSED.stream().noneMatch(bound.text()::endsWith))
                .filter(
                    bound -> builtIn.seen().stream().noneMatch(seen -> bound.isHeldBy(seen, false)))
                .map(Bound::text))
        .isEmpty();
  }

  @Test
  void boundsAreFound() {
    assertThat(bounds()).isNotEmpty();
    if (!builtIn.id().equals("imci-child")) {
      return;
    }
    assertThat(bounds().map(bound -> bound.compare().text()))
        .contains(
            "atLeast(respiratory-rate, 50)",
            "below(spo2, {imci.spo2-refer-below})",
            "below(weight, 5)",
            "atLeast(hb, 70)");
    assertThat(bounds().filter(bound -> bound.rule().contains("/fever.csv")))
        .isNotEmpty()
        .allMatch(bound -> bound.charts().equals(Set.of("fever")));
    assertThat(
            bounds()
                .filter(bound -> bound.compare().text().equals("atLeast(respiratory-rate, 50)")))
        .allMatch(bound -> bound.charts().contains("cough-or-difficult-breathing"));
  }

  private Stream<Bound> bounds() {
    return Bounds.of(builtIn.protocol(), BuiltInCases.ENGINE.dictionary()).stream();
  }

  /** The youngest age of the protocol has no younger side. */
  private boolean isBeyondTheAges(Bound bound) {
    return bound.compare().id().equals("age-months")
        && bound
            .compare()
            .threshold()
            .text()
            .equals(String.valueOf(builtIn.protocol().file().ageMonths().orElseThrow().from()));
  }
}
