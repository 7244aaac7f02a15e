package org.denba.engine.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.denba.engine.assessment.Interval;
import org.denba.engine.growth.GrowthCsv.Row;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The check that needs no reference at hand: a fingerprint of every row of the tables that the
 * engine works with, and weights that were worked out from the reference for some children and
 * scores.
 */
class SpotWeightsTest {

  private static final double MILLIGRAM_WEIGHTS = 2e-5;

  private final RuleFiles rules = ClassPathRuleFiles.builtIn();

  @ParameterizedTest
  @EnumSource
  void theTableIsTheOneThatWasProved(GrowthTable table) {
    LmsTable lms = table.load(rules);
    Stream<String> lines =
        Stream.of(Sex.values())
            .flatMap(
                sex -> IntStream.range(0, lms.domain().size()).mapToObj(i -> line(lms, sex, i)));
    assertThat(GridDigest.of(lines)).isEqualTo(table.digest());
  }

  @TestFactory
  Stream<DynamicTest> aWeightHasTheScoreThatItWasWorkedOutFor() {
    GrowthStandards growth = GrowthStandards.load(rules);
    return GrowthCsv.read(
            new ClassPathRuleFiles("org/denba/engine/growth/"),
            "spot-weights.csv",
            List.of("table", "sex", "key", "z", "weight_kg"))
        .stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    String.join(" ", row.cells().values()), () -> check(growth, row)));
  }

  private static void check(GrowthStandards growth, Row row) {
    Interval score =
        GrowthTable.named(row.text("table"))
            .score(
                growth,
                Sex.valueOf(row.text("sex").toUpperCase(Locale.ROOT)),
                row.number("key"),
                row.number("weight_kg"))
            .map(ZScore::value)
            .orElseThrow();
    assertThat(score.isPoint()).isTrue();
    assertThat(score.low()).isCloseTo(row.number("z"), within(MILLIGRAM_WEIGHTS));
  }

  private static String line(LmsTable lms, Sex sex, int i) {
    LmsTable.Curves curves = lms.curves(sex);
    return GridDigest.line(sex, lms.domain().key(i), curves.l()[i], curves.m()[i], curves.s()[i]);
  }
}
