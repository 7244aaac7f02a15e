package org.denba.engine.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.Stream;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The engine against every row of the reference tables. They are no part of the project: the proof
 * is left out, with a message, where they are not at hand; {@link SpotWeightsTest} then stands for
 * it by their fingerprint.
 */
class ReferenceProofTest {

  /**
   * Largest difference that the clinical reference allows is 0.01; ours is nothing but binary
   * noise.
   */
  private static final double NOISE = 1e-9;

  private final RuleFiles rules = ClassPathRuleFiles.builtIn();

  @BeforeEach
  void referenceIsAtHand() {
    assumeTrue(
        ReferenceTable.wasNamed() || Files.isDirectory(ReferenceTable.folder()),
        "the reference tables are not at hand: name their folder by -Ddenba.who-growth=...");
  }

  @ParameterizedTest
  @EnumSource
  void everyRowIsEqual(GrowthTable table) {
    LmsTable lms = table.load(rules);
    ReferenceTable reference = ReferenceTable.read(table.file());
    for (Sex sex : Sex.values()) {
      LmsTable.Curves curves = lms.curves(sex);
      assertThat(reference.rows(sex)).hasSize(lms.domain().size());
      for (ReferenceTable.Row row : reference.rows(sex)) {
        int i = lms.domain().position(row.key());
        assertThat(new double[] {curves.l()[i], curves.m()[i], curves.s()[i]})
            .as("%s %s", sex, row.key())
            .containsExactly(row.l(), row.m(), row.s());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyScoreFromMinus4To4IsEqual(GrowthTable table) {
    GrowthStandards growth = GrowthStandards.load(rules);
    for (ReferenceTable.Row row : ReferenceTable.read(table.file()).rows()) {
      for (int tenths = -40; tenths <= 40; tenths++) {
        double z = tenths / 10.0;
        Optional<ZScore> score = table.score(growth, row.sex(), row.key(), row.weightAt(z));
        assertThat(score.orElseThrow().value().low())
            .as("%s %s at %s", row.sex(), row.key(), z)
            .isCloseTo(z, within(NOISE));
      }
    }
  }

  /** Scales show 10 g: at every row, no such weight may fall on another side of a cut-off. */
  @ParameterizedTest
  @EnumSource
  void everyWeightIsClassifiedAlike(GrowthTable table) {
    GrowthStandards growth = GrowthStandards.load(rules);
    for (ReferenceTable.Row row : ReferenceTable.read(table.file()).rows()) {
      for (int line : new int[] {-3, -2}) {
        double onTheLine = row.weightAt(line);
        double below = Math.floor(onTheLine * 100) / 100;
        double above = below + 0.01;
        assertThat(table.score(growth, row.sex(), row.key(), below).orElseThrow().value().low())
            .isLessThan(line);
        assertThat(table.score(growth, row.sex(), row.key(), above).orElseThrow().value().low())
            .isGreaterThan(line);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFingerprintIsThatOfTheReference(GrowthTable table) {
    ReferenceTable reference = ReferenceTable.read(table.file());
    Stream<String> lines =
        Stream.of(Sex.values())
            .flatMap(sex -> reference.rows(sex).stream().map(ReferenceTable.Row::line));
    assertThat(GridDigest.of(lines)).isEqualTo(table.digest());
  }
}
