package org.denba.engine.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.DoubleStream;
import org.denba.engine.assessment.Interval;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.junit.jupiter.api.Test;

/** What is not known exactly widens the answer and never guesses. */
class GrowthIntervalsTest {

  private static final Optional<Sex> BOY = Optional.of(Sex.MALE);
  private static final Optional<Sex> GIRL = Optional.of(Sex.FEMALE);
  private static final Optional<Sex> NOT_TOLD = Optional.empty();
  private static final Interval INFANT = Interval.point(200);
  private static final Interval AROUND_24_MONTHS = new Interval(700, 760);

  private final GrowthStandards growth = GrowthStandards.load(ClassPathRuleFiles.builtIn());

  @Test
  void unknownSexHoldsBothSexes() {
    Interval boy = forLength(BOY, INFANT, Position.LYING, 65, 5.8).orElseThrow().value();
    Interval girl = forLength(GIRL, INFANT, Position.LYING, 65, 5.8).orElseThrow().value();
    assertThat(forLength(NOT_TOLD, INFANT, Position.LYING, 65, 5.8).orElseThrow().value())
        .isEqualTo(boy.hull(girl))
        .matches(both -> !both.isPoint());
  }

  @Test
  void anAgeOnOneSideOf24MonthsIsAPoint() {
    assertThat(age(new Interval(700, 730))).isEqualTo(age(Interval.point(10)));
    assertThat(age(new Interval(731, 760))).isEqualTo(age(Interval.point(1500)));
  }

  @Test
  void anAgeAcross24MonthsHoldsBothTables() {
    Interval length = age(Interval.point(730));
    Interval height = age(Interval.point(731));
    assertThat(age(new Interval(730, 731))).isEqualTo(length.hull(height));
    assertThat(age(AROUND_24_MONTHS)).isEqualTo(length.hull(height)).matches(i -> !i.isPoint());
  }

  @Test
  void aKnownPositionMakesBothTablesAgree() {
    assertThat(forLength(BOY, AROUND_24_MONTHS, Position.LYING, 85, 10).orElseThrow().value())
        .matches(Interval::isPoint);
    assertThat(forLength(BOY, AROUND_24_MONTHS, Position.STANDING, 85, 10).orElseThrow().value())
        .matches(Interval::isPoint);
  }

  @Test
  void emptyWhenOneOfThePossibleTablesHasNoSuchLength() {
    assertThat(forLength(BOY, INFANT, Position.AS_AGE_SUGGESTS, 64, 6)).isPresent();
    assertThat(forLength(BOY, AROUND_24_MONTHS, Position.AS_AGE_SUGGESTS, 64, 6)).isEmpty();
    assertThat(forLength(BOY, AROUND_24_MONTHS, Position.AS_AGE_SUGGESTS, 112, 18)).isEmpty();
  }

  @Test
  void weightForAgeHoldsEveryDay() {
    Interval month = growth.weightForAge(BOY, new Interval(61, 91), 4.5).orElseThrow().value();
    double[] daily =
        DoubleStream.iterate(61, day -> day <= 91, day -> day + 1)
            .map(
                day ->
                    growth.weightForAge(BOY, Interval.point(day), 4.5).orElseThrow().value().low())
            .toArray();
    assertThat(month.low()).isEqualTo(DoubleStream.of(daily).min().orElseThrow());
    assertThat(month.high()).isEqualTo(DoubleStream.of(daily).max().orElseThrow());
  }

  /** A newborn loses weight at first: the same weight scores highest on day 1, not at an end. */
  @Test
  void theExtremeMayLieInsideTheInterval() {
    double dayOne = growth.weightForAge(BOY, Interval.point(1), 3.3).orElseThrow().value().high();
    assertThat(growth.weightForAge(BOY, new Interval(0, 5), 3.3).orElseThrow().value().high())
        .isEqualTo(dayOne)
        .isGreaterThan(
            growth.weightForAge(BOY, Interval.point(0), 3.3).orElseThrow().value().high());
  }

  @Test
  void emptyWhenAPossibleAgeIsOutsideTheTable() {
    assertThat(growth.weightForAge(NOT_TOLD, new Interval(1827, 1856), 12)).isPresent();
    assertThat(growth.weightForAge(NOT_TOLD, new Interval(1827, 1857), 12)).isEmpty();
    assertThat(growth.weightForAge(NOT_TOLD, new Interval(-1, 30), 4)).isEmpty();
  }

  @Test
  void flaggedWhenOnlyOnePossibilityIsOutsideTheBounds() {
    double kg = 4.5;
    ZScore boy = forLength(BOY, INFANT, Position.LYING, 64, kg).orElseThrow();
    ZScore girl = forLength(GIRL, INFANT, Position.LYING, 64, kg).orElseThrow();
    assertThat(boy.flagged()).isNotEqualTo(girl.flagged());
    assertThat(forLength(NOT_TOLD, INFANT, Position.LYING, 64, kg).orElseThrow().flagged())
        .isTrue();
  }

  private Interval age(Interval ageDays) {
    return forLength(BOY, ageDays, Position.AS_AGE_SUGGESTS, 85, 10).orElseThrow().value();
  }

  private Optional<ZScore> forLength(
      Optional<Sex> sex, Interval ageDays, Position position, double cm, double kg) {
    return growth.weightForLengthOrHeight(sex, ageDays, position, cm, kg);
  }
}
