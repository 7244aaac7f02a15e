package org.denba.engine.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.denba.engine.assessment.Interval;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of the clinical reference (restricted z-scores, three decimals). */
class GrowthVectorsTest {

  private static final double HALF_OF_THE_LAST_DECIMAL = 0.0005;
  private static final Interval INFANT = Interval.point(300);
  private static final Interval OLDER_CHILD = Interval.point(1000);

  private final GrowthStandards growth = GrowthStandards.load(ClassPathRuleFiles.builtIn());

  @ParameterizedTest(name = "{0} {1} cm {2} kg is {3}")
  @CsvSource({
    "MALE, 65.0, 5.80, -2.853",
    "FEMALE, 70.0, 6.00, -3.550",
    "FEMALE, 70.0, 6.90, -1.915",
  })
  void weightForLength(Sex sex, double cm, double kg, double z) {
    assertPoint(
        growth.weightForLengthOrHeight(Optional.of(sex), INFANT, Position.LYING, cm, kg), z);
  }

  @ParameterizedTest(name = "{0} {1} cm {2} kg is {3}")
  @CsvSource({
    "MALE, 90.0, 10.0, -3.283",
    "MALE, 90.0, 10.6, -2.517",
    "FEMALE, 100.0, 11.0, -3.729",
    "FEMALE, 100.0, 13.0, -1.792",
    "FEMALE, 100.0, 22.0, 3.881",
  })
  void weightForHeight(Sex sex, double cm, double kg, double z) {
    assertPoint(
        growth.weightForLengthOrHeight(Optional.of(sex), OLDER_CHILD, Position.STANDING, cm, kg),
        z);
  }

  @ParameterizedTest(name = "{0} day {1} {2} kg is {3}")
  @CsvSource({
    "MALE, 365, 6.5, -3.523",
    "FEMALE, 30, 2.9, -2.565",
    "FEMALE, 14, 2.4, -2.645",
  })
  void weightForAge(Sex sex, double days, double kg, double z) {
    assertPoint(growth.weightForAge(Optional.of(sex), Interval.point(days), kg), z);
  }

  private static void assertPoint(Optional<ZScore> score, double z) {
    Interval value = score.orElseThrow().value();
    assertThat(value.isPoint()).isTrue();
    assertThat(value.low()).isCloseTo(z, within(HALF_OF_THE_LAST_DECIMAL));
  }
}
