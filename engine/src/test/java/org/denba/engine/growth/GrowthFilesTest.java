package org.denba.engine.growth;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An author's mistake in a growth file is told with file, row and column. */
class GrowthFilesTest {

  private static final RuleFiles BUILT_IN = ClassPathRuleFiles.builtIn();
  private static final String SMALL_TABLE =
      """
      sex,length_cm,l,m,s
      male,45.0,-0.35,2.4,0.09
      male,80.0,-0.35,10.4,0.08
      male,110.0,-0.35,18.3,0.09
      female,45.0,-0.38,2.5,0.09
      female,110.0,-0.38,18.3,0.09
      """;

  @Test
  void anotherTableCanBeUsed() {
    assertThatCode(() -> GrowthStandards.load(with("growth/wfl.csv", SMALL_TABLE)))
        .doesNotThrowAnyException();
  }

  @Test
  void aFinalEmptyLineIsNoMistake() {
    assertThatCode(() -> GrowthStandards.load(with("growth/wfl.csv", SMALL_TABLE + "\n")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "male,80.0,-0.35,10.4,0.08 | male,80.0,-0.35,10.4,0.08,1 | wfl.csv:3: has 6 cells",
        "male,80.0,-0.35,10.4,0.08 | boy,80.0,-0.35,10.4,0.08    | wfl.csv:3:sex: \"boy\"",
        "male,80.0,-0.35,10.4,0.08 | male,eighty,-0.35,10.4,0.08 | wfl.csv:3:length_cm: \"eighty\"",
        "male,80.0,-0.35,10.4,0.08 | male,80.05,-0.35,10.4,0.08  | wfl.csv:3:length_cm: 80.05 is"
            + " not from",
        "male,80.0,-0.35,10.4,0.08 | male,130,-0.35,10.4,0.08    | wfl.csv:3:length_cm: 130.0 is"
            + " not from",
        "male,80.0,-0.35,10.4,0.08 | male,45.0,-0.35,10.4,0.08   | wfl.csv:3:length_cm: 45.0 is not"
            + " above",
        "male,80.0,-0.35,10.4,0.08 | male,80.0,NaN,10.4,0.08     | wfl.csv:3:l: \"NaN\"",
        "male,80.0,-0.35,10.4,0.08 | male,80.0,1e999,10.4,0.08   | wfl.csv:3:l: 1e999 is too large",
        "male,80.0,-0.35,10.4,0.08 | male,80.0,,10.4,0.08        | wfl.csv:3:l: \"\"",
        "male,80.0,-0.35,10.4,0.08 | male,80.0,-0.35,-1,0.08     | wfl.csv:3:m: -1 is not above 0",
        "male,80.0,-0.35,10.4,0.08 | male,80.0,-0.35,10.4,0      | wfl.csv:3:s: 0 is not above 0",
        "male,45.0,-0.35,2.4,0.09  | male,46.0,-0.35,2.4,0.09    | wfl.csv:2:length_cm: the table"
            + " of male",
        "male,110.0,-0.35,18.3,0.09 | male,109.9,-0.35,18.3,0.09 | wfl.csv:4:length_cm: the table"
            + " of male",
        "male,80.0,-0.35,10.4,0.08 | male,80.0,4,10.4,0.09       | wfl.csv:2: the curve between",
        "sex,length_cm             | sex,length                  | wfl.csv:1: the header is",
        "female,110.0,-0.38,18.3,0.09 | ''                      | wfl.csv: has 1 rows for female",
        "male,80.0                 | male,\"80.0                 | wfl.csv: is not a CSV file",
      })
  void aMistakeInATableNamesItsPlace(String right, String wrong, String message) {
    assertRefused(with("growth/wfl.csv", SMALL_TABLE.replace(right, wrong)), message);
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "height-from-age,731        | height-from-age,730.5      | method.csv:11:value: 730.5 is"
            + " not a whole number",
        "height-from-age,731        | height-at-age,731          | method.csv: has no row"
            + " \"height-from-age\"",
        "height-from-age,731        | height-from-length,731     | method.csv:12:id:"
            + " \"height-from-length\" is there twice",
        "length.step,0.1            | length.step,0              | method.csv:4:value: 0 is not"
            + " above 0",
        "length.step,0.1            | length.step,0.7            | method.csv:4:value: 0.7 does not"
            + " lead",
        "length.step,0.1            | length.step,0.0000001      | method.csv:4:value: 1.0E-7 does"
            + " not lead",
        "length.to,110.0            | length.to,45               | method.csv:3:value: 45.0 is not"
            + " above",
        "restricted-beyond,3        | restricted-beyond,2        | method.csv:14:value: 2.0 is not"
            + " above",
        "flag-above,5               | flag-above,-7              | method.csv:17:value: -7.0 is not"
            + " above",
        "decimals.s,5               | decimals.s,10              | method.csv:22:value: 10.0 is not"
            + " a whole number",
      })
  void aMistakeInTheMethodNamesItsPlace(String right, String wrong, String message) {
    String file = "growth/method.csv";
    assertRefused(with(file, BUILT_IN.read(file).replace(right, wrong)), message);
  }

  @Test
  void aMistypedIdInTheMethodIsNamed() {
    String file = "growth/method.csv";
    assertRefused(
        with(file, BUILT_IN.read(file) + "heigth-from-age,700,d,mistyped\n"),
        "method.csv:23:id: \"heigth-from-age\" is not known");
  }

  @ParameterizedTest
  @CsvSource({"wfl.csv", "wfh.csv", "wfa.csv", "method.csv"})
  void aMissingFileIsNamed(String file) {
    RuleFiles without =
        path -> path.equals("growth/" + file) ? Optional.empty() : BUILT_IN.find(path);
    assertRefused(without, "growth/" + file + ": the file is missing");
  }

  private static void assertRefused(RuleFiles files, String message) {
    assertThatThrownBy(() -> GrowthStandards.load(files))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining(message);
  }

  private static RuleFiles with(String file, String text) {
    return path -> path.equals(file) ? Optional.of(text) : BUILT_IN.find(path);
  }
}
