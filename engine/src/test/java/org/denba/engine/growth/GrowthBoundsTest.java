package org.denba.engine.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.denba.engine.assessment.Interval;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both sides of every bound. */
class GrowthBoundsTest {

  private static final Optional<Sex> BOY = Optional.of(Sex.MALE);
  private static final Interval LAST_DAY_OF_LENGTH = Interval.point(730);
  private static final Interval FIRST_DAY_OF_HEIGHT = Interval.point(731);
  private static final double ONE_GRAM = 0.001;

  private final GrowthStandards growth = GrowthStandards.load(ClassPathRuleFiles.builtIn());

  /** Weights on the SD lines, worked out from the published figures to a tenth of a milligram. */
  @ParameterizedTest(name = "{0} {1} cm: {3} kg on the line {2}")
  @CsvSource({
    "MALE, 45.0, -3, 1.8766734",
    "MALE, 45.0, -2, 2.0430846",
    "MALE, 45.0, 3, 3.2614048",
    "MALE, 65.0, -3, 5.7358136",
    "MALE, 65.0, -2, 6.1929649",
    "MALE, 65.0, 3, 9.4060776",
    "FEMALE, 70.0, -3, 6.3018308",
    "FEMALE, 70.0, -2, 6.8501989",
    "FEMALE, 70.0, 3, 10.8797695",
    "FEMALE, 87.5, -3, 9.1883034",
    "FEMALE, 87.5, -2, 9.9732026",
    "FEMALE, 87.5, 3, 15.6975438",
    "MALE, 110.0, -3, 14.2106911",
    "MALE, 110.0, -2, 15.4141478",
    "MALE, 110.0, 3, 24.0659946",
  })
  void oneGramDecidesOnWhichSideOfAnSdLineAWeightLies(Sex sex, double cm, double line, double kg) {
    assertThat(lying(sex, cm, kg - ONE_GRAM)).isLessThan(line).isCloseTo(line, within(0.01));
    assertThat(lying(sex, cm, kg)).isCloseTo(line, within(1e-6));
    assertThat(lying(sex, cm, kg + ONE_GRAM)).isGreaterThan(line).isCloseTo(line, within(0.01));
  }

  @Test
  void lengthIsUsedBelow731DaysAndHeightFromThere() {
    assertThat(score(LAST_DAY_OF_LENGTH, Position.AS_AGE_SUGGESTS, 80.0))
        .isEqualTo(score(Interval.point(0), Position.LYING, 80.0));
    assertThat(score(FIRST_DAY_OF_HEIGHT, Position.AS_AGE_SUGGESTS, 80.0))
        .isEqualTo(score(Interval.point(1800), Position.STANDING, 80.0))
        .isNotEqualTo(score(LAST_DAY_OF_LENGTH, Position.AS_AGE_SUGGESTS, 80.0));
  }

  @Test
  void anAgeBetweenTwoDaysIsTheCompletedDay() {
    assertThat(score(Interval.point(730.99), Position.AS_AGE_SUGGESTS, 80.0))
        .isEqualTo(score(LAST_DAY_OF_LENGTH, Position.AS_AGE_SUGGESTS, 80.0));
    assertThat(growth.weightForAge(BOY, Interval.point(30.99), 4))
        .isEqualTo(growth.weightForAge(BOY, Interval.point(30), 4));
  }

  @Test
  void standingBelow24MonthsIsTakenAs7MillimetresLonger() {
    assertThat(score(LAST_DAY_OF_LENGTH, Position.STANDING, 80.0))
        .isEqualTo(score(LAST_DAY_OF_LENGTH, Position.LYING, 80.7))
        .isNotEqualTo(score(LAST_DAY_OF_LENGTH, Position.LYING, 80.6));
  }

  @Test
  void lyingFrom24MonthsIsTakenAs7MillimetresShorter() {
    assertThat(score(FIRST_DAY_OF_HEIGHT, Position.LYING, 80.7))
        .isEqualTo(score(FIRST_DAY_OF_HEIGHT, Position.STANDING, 80.0))
        .isNotEqualTo(score(FIRST_DAY_OF_HEIGHT, Position.STANDING, 80.1));
  }

  @ParameterizedTest
  @CsvSource({
    "LYING, 44.94, false",
    "LYING, 44.95, true",
    "LYING, 45.0, true",
    "LYING, 110.0, true",
    "LYING, 110.04, true",
    "LYING, 110.05, false",
    "STANDING, 44.2, false",
    "STANDING, 44.3, true",
    "STANDING, 109.3, true",
    "STANDING, 109.4, false",
  })
  void lengthsFrom45To110(Position position, double cm, boolean known) {
    assertThat(score(LAST_DAY_OF_LENGTH, position, cm).isPresent()).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({
    "STANDING, 64.94, false",
    "STANDING, 64.95, true",
    "STANDING, 65.0, true",
    "STANDING, 120.0, true",
    "STANDING, 120.04, true",
    "STANDING, 120.05, false",
    "LYING, 65.6, false",
    "LYING, 65.7, true",
    "LYING, 120.7, true",
    "LYING, 120.8, false",
  })
  void heightsFrom65To120(Position position, double cm, boolean known) {
    assertThat(score(FIRST_DAY_OF_HEIGHT, position, cm).isPresent()).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "1856, true", "1856.99, true", "1857, false"})
  void daysFromBirthTo1856(double days, boolean known) {
    assertThat(growth.weightForAge(BOY, Interval.point(days), 10).isPresent()).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({"74.95, 75.0", "74.949, 74.9", "75.049, 75.0", "75.05, 75.1", "74.9, 74.9"})
  void lengthIsRoundedToMillimetresHalfUp(double measured, double used) {
    assertThat(score(LAST_DAY_OF_LENGTH, Position.LYING, measured))
        .isEqualTo(score(LAST_DAY_OF_LENGTH, Position.LYING, used));
  }

  @Test
  void everyHalfMillimetreOfTheTableRoundsUp() {
    Domain lengths = new Domain(45.0, 110.0, 0.1);
    for (int tenths = 450; tenths < 1100; tenths++) {
      assertThat(lengths.position(Double.parseDouble(tenths / 10 + "." + tenths % 10 + "5")))
          .as("%s.%s5 cm", tenths / 10, tenths % 10)
          .isEqualTo(tenths - 450 + 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"86.94, LYING", "86.95, STANDING", "87.0, STANDING"})
  void at87CmTheTableChangesWhenNeitherAgeNorPositionIsKnown(double cm, Position as) {
    assertThat(atUnknownAge(Position.AS_AGE_SUGGESTS, cm)).isEqualTo(atUnknownAge(as, cm));
  }

  @Test
  void atUnknownAgeThePositionChoosesTheTable() {
    assertThat(atUnknownAge(Position.LYING, 95.0))
        .isEqualTo(score(LAST_DAY_OF_LENGTH, Position.LYING, 95.0));
    assertThat(atUnknownAge(Position.STANDING, 75.0))
        .isEqualTo(score(FIRST_DAY_OF_HEIGHT, Position.STANDING, 75.0));
  }

  @ParameterizedTest(name = "{0} kg is {1}")
  @CsvSource({
    "4.816939, -5.01, true",
    "4.826082, -4.99, false",
    "10.994075, 4.99, false",
    "11.010035, 5.01, true",
  })
  void weightForLengthIsBelievedFromMinus5To5(double kg, double z, boolean flagged) {
    assertFlag(
        growth.weightForLengthOrHeight(BOY, LAST_DAY_OF_LENGTH, Position.LYING, 65, kg),
        z,
        flagged);
  }

  @ParameterizedTest(name = "{0} kg is {1}")
  @CsvSource({
    "4.473741, -6.01, true",
    "4.490035, -5.99, false",
    "16.044129, 4.99, false",
    "16.071291, 5.01, true",
  })
  void weightForAgeIsBelievedFromMinus6To5(double kg, double z, boolean flagged) {
    assertFlag(growth.weightForAge(BOY, Interval.point(365), kg), z, flagged);
  }

  private static void assertFlag(Optional<ZScore> score, double z, boolean flagged) {
    assertThat(score.orElseThrow().value().low()).isCloseTo(z, within(1e-5));
    assertThat(score.orElseThrow().flagged()).isEqualTo(flagged);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aMeasurementThatIsNoneIsAnErrorOfTheCaller(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> growth.weightForAge(BOY, LAST_DAY_OF_LENGTH, value))
        .withMessageContaining("weight");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> growth.weightForLengthOrHeight(BOY, LAST_DAY_OF_LENGTH, Position.LYING, value, 8))
        .withMessageContaining("length");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> growth.weightForLengthOrHeightAtUnknownAge(BOY, Position.LYING, 70, value))
        .withMessageContaining("weight");
  }

  private double lying(Sex sex, double cm, double kg) {
    return growth
        .weightForLengthOrHeight(Optional.of(sex), LAST_DAY_OF_LENGTH, Position.LYING, cm, kg)
        .orElseThrow()
        .value()
        .low();
  }

  private Optional<ZScore> score(Interval ageDays, Position position, double cm) {
    return growth.weightForLengthOrHeight(BOY, ageDays, position, cm, 10);
  }

  private Optional<ZScore> atUnknownAge(Position position, double cm) {
    return growth.weightForLengthOrHeightAtUnknownAge(BOY, position, cm, 10);
  }
}
