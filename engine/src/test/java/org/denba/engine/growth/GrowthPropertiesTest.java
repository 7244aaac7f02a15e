package org.denba.engine.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.denba.engine.assessment.Interval;
import org.denba.engine.rules.ClassPathRuleFiles;

/** What holds for every child. */
class GrowthPropertiesTest {

  private static final GrowthStandards GROWTH = GrowthStandards.load(ClassPathRuleFiles.builtIn());

  @Property
  void moreWeightForTheSameLengthIsAHigherScore(
      @ForAll Sex sex,
      @ForAll("ages") Interval age,
      @ForAll Position position,
      @ForAll @DoubleRange(min = 40, max = 125) @Scale(3) double cm,
      @ForAll @IntRange(min = 500, max = 40_000) int grams,
      @ForAll @IntRange(min = 1, max = 2_000) int moreGrams) {
    Optional<ZScore> light = forLength(Optional.of(sex), age, position, cm, grams);
    Optional<ZScore> heavy = forLength(Optional.of(sex), age, position, cm, grams + moreGrams);
    assertHigher(light, heavy);
  }

  @Property
  void moreWeightAtTheSameAgeIsAHigherScore(
      @ForAll("sexes") Optional<Sex> sex,
      @ForAll("ages") Interval age,
      @ForAll @IntRange(min = 500, max = 40_000) int grams,
      @ForAll @IntRange(min = 1, max = 2_000) int moreGrams) {
    assertHigher(
        GROWTH.weightForAge(sex, age, grams / 1000.0),
        GROWTH.weightForAge(sex, age, (grams + moreGrams) / 1000.0));
  }

  /**
   * An interval of the engine cannot hold NaN or infinity, so a score that is there is a number.
   */
  @Property
  void aScoreIsEitherMissingOrANumber(
      @ForAll("sexes") Optional<Sex> sex,
      @ForAll("ages") Interval age,
      @ForAll Position position,
      @ForAll @DoubleRange(min = 0.001, max = 1e9) @Scale(3) double cm,
      @ForAll @DoubleRange(min = 1e-9, max = 1e9) @Scale(9) double kg) {
    GROWTH
        .weightForLengthOrHeight(sex, age, position, cm, kg)
        .ifPresent(GrowthPropertiesTest::assertNumber);
    GROWTH
        .weightForLengthOrHeightAtUnknownAge(sex, position, cm, kg)
        .ifPresent(GrowthPropertiesTest::assertNumber);
    GROWTH.weightForAge(sex, age, kg).ifPresent(GrowthPropertiesTest::assertNumber);
  }

  @Property
  void whatIsNotKnownHoldsWhatCouldBe(
      @ForAll Sex sex,
      @ForAll @IntRange(min = 0, max = 1856) int day,
      @ForAll @IntRange(min = 0, max = 40) int before,
      @ForAll @IntRange(min = 0, max = 40) int after,
      @ForAll Position position,
      @ForAll @DoubleRange(min = 66, max = 109) @Scale(3) double cm,
      @ForAll @IntRange(min = 1_000, max = 30_000) int grams) {
    Interval age = new Interval(Math.max(0, day - before), Math.min(1856, day + after));
    Interval point = Interval.point(day);
    assertHolds(
        GROWTH.weightForAge(Optional.empty(), age, grams / 1000.0),
        GROWTH.weightForAge(Optional.of(sex), point, grams / 1000.0));
    assertHolds(
        forLength(Optional.empty(), age, position, cm, grams),
        forLength(Optional.of(sex), point, position, cm, grams));
  }

  @Property
  void theSameChildScoresTheSameLyingAndStanding(
      @ForAll Sex sex,
      @ForAll @IntRange(min = 0, max = 1856) int day,
      @ForAll @IntRange(min = 657, max = 1100) int lyingMillimetres,
      @ForAll @IntRange(min = 1_000, max = 30_000) int grams) {
    Interval age = Interval.point(day);
    double lying = lyingMillimetres / 10.0;
    double standing = (lyingMillimetres - 7) / 10.0;
    assertThat(forLength(Optional.of(sex), age, Position.LYING, lying, grams))
        .isEqualTo(forLength(Optional.of(sex), age, Position.STANDING, standing, grams));
  }

  @Property
  void theWeightAtAScoreHasThisScore(
      @ForAll @DoubleRange(min = -3, max = 3) @Scale(6) double z,
      @ForAll @DoubleRange(min = -0.5, max = 0.5) @Scale(4) double l,
      @ForAll @DoubleRange(min = 2, max = 20) double m,
      @ForAll @DoubleRange(min = 0.07, max = 0.16) @Scale(5) double s) {
    RestrictedScore score = new RestrictedScore(2, 3);
    assertThat(score.of(score.measurementAt(z, l, m, s), l, m, s)).isCloseTo(z, within(1e-9));
  }

  @Provide
  Arbitrary<Optional<Sex>> sexes() {
    return Arbitraries.of(Sex.class).optional();
  }

  @Provide
  Arbitrary<Interval> ages() {
    Arbitrary<Integer> days = Arbitraries.integers().between(0, 1900);
    Arbitrary<Integer> widths =
        Arbitraries.frequency(Tuple.of(1, 0), Tuple.of(1, 30), Tuple.of(1, 365));
    return Combinators.combine(days, widths).as((day, width) -> new Interval(day, day + width));
  }

  private static Optional<ZScore> forLength(
      Optional<Sex> sex, Interval age, Position position, double cm, int grams) {
    return GROWTH.weightForLengthOrHeight(sex, age, position, cm, grams / 1000.0);
  }

  private static void assertHigher(Optional<ZScore> light, Optional<ZScore> heavy) {
    assertThat(light.isPresent()).isEqualTo(heavy.isPresent());
    light.ifPresent(
        score -> {
          assertThat(heavy.orElseThrow().value().low()).isGreaterThan(score.value().low());
          assertThat(heavy.orElseThrow().value().high()).isGreaterThan(score.value().high());
        });
  }

  private static void assertHolds(Optional<ZScore> wide, Optional<ZScore> exact) {
    Interval inner = exact.orElseThrow().value();
    assertThat(wide.orElseThrow().value().hull(inner)).isEqualTo(wide.orElseThrow().value());
  }

  private static void assertNumber(ZScore score) {
    assertThat(score.value().low()).isFinite();
    assertThat(score.value().high()).isFinite();
  }
}
