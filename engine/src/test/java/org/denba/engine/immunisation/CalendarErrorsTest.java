package org.denba.engine.immunisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.ConditionException;
import org.denba.engine.condition.Otherwise;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with the calendar is said with file, row and column. */
class CalendarErrorsTest {

  private static final String FOLDER = "immunisation";
  private static final RuleFiles BUILT_IN = ClassPathRuleFiles.builtIn();
  private static final DataDictionary DICTIONARY = DataDictionary.load(BUILT_IN);
  private static final List<String> PARAMETERS =
      List.of(
          "epi.bcg-too-old-months",
          "epi.pcv-late-doses",
          "epi.mena-age-months",
          "epi.mena-too-old-months",
          "epi.r21-districts",
          "epi.r21-start-below-months",
          "r21.d4-min-interval",
          "epi.count-recall",
          "epi.grace-days",
          "epi.overdue-after-days");

  private static Optional<VaccineSchedule> read(String file, String piece, String by) {
    RuleFiles files =
        path -> {
          Optional<String> text = BUILT_IN.find(path);
          if (path.equals(FOLDER + "/" + file)) {
            assertThat(text.orElseThrow()).contains(piece);
            return text.map(t -> t.replaceFirst(java.util.regex.Pattern.quote(piece), by));
          }
          return text;
        };
    Map<String, Integer> index = new java.util.HashMap<>();
    PARAMETERS.forEach(id -> index.put(id, index.size()));
    ParameterValues values =
        ParameterValues.of(
            PARAMETERS,
            index,
            PARAMETERS.stream()
                .map(id -> id.endsWith("districts") ? (Object) "" : (Object) 12)
                .toList());
    return VaccineSchedule.read(files, FOLDER, DICTIONARY, CalendarErrorsTest::condition, values);
  }

  private static Condition condition(String text) {
    if (text.contains("nonsense")) {
      throw new ConditionException("'nonsense' is no predicate");
    }
    return new Otherwise();
  }

  @Test
  void theBuiltInCalendarIsRead() {
    assertThat(read("schedule.csv", "BCG", "BCG").orElseThrow().vaccines()).hasSize(11);
  }

  @Test
  void aProtocolWithoutACalendarHasNone() {
    assertThat(
            VaccineSchedule.read(
                path -> Optional.empty(), FOLDER, DICTIONARY, t -> null, SpanTest.NONE))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BCG,1,0 d | BCG,1,0 days | schedule.csv:2:min-age",
        "BCG,1,0 d | BCG,1, | schedule.csv:2:min-age",
        "BCG,1,0 d | XYZ,1,0 d | schedule.csv:2:antigen",
        "BCG,1,0 d | BCG,9,0 d | schedule.csv:2:dose",
        "BCG,1,0 d | BCG,one,0 d | schedule.csv:2:dose",
        "OPV,1,42 d | OPV,3,42 d | schedule.csv:6:dose",
        "{epi.bcg-too-old-months} mo | {epi.unknown} mo | schedule.csv:2:too-old-from",
        "{epi.bcg-too-old-months} mo | {epi.r21-districts} mo | schedule.csv:2:too-old-from",
        "15 d,skip | 15 d,jump | schedule.csv:4:if-too-old",
        "05-01..06-30 | May | schedule.csv:26:season",
        "2014-01-01 | 2014 | schedule.csv:14:active-from",
        "{epi.r21-districts} | districts | schedule.csv:23:districts",
        "param(epi.ipv2 = true) | nonsense | schedule.csv:18:active-when",
        "MR,2,15 mo,15 mo,28 d,60 mo,,,2024-07-26,,,28 d | MR,2,15 mo,15 mo,28 d,60"
            + " mo,,,2024-07-26,,,27 d | schedule.csv:20:live-spacing",
        "R21,3,5 mo,7 mo,28 d,60 mo,,,2025-04-25,,{epi.r21-districts} | R21,3,5 mo,7 mo,28 d,60"
            + " mo,,,2025-04-25,, | schedule.csv:25:districts",
        "{epi.pcv-late-doses} | '' | schedule.csv:11:late-start-from",
      })
  void namesTheCell(String piece, String by, String place) {
    assertThatThrownBy(() -> read("schedule.csv", piece, by))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "doses,vaccine-doses | doses,vaccine-dozes | vaccination.csv:2:value",
        "is(card-seen, yes) | nonsense | vaccination.csv:5:value",
        "count-told,epi.count-recall | count-told,epi.count | vaccination.csv:9:value",
        "asked-with | doses | vaccination.csv:3:setting",
      })
  void namesTheSetting(String piece, String by, String place) {
    assertThatThrownBy(() -> read("vaccination.csv", piece, by))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining(place);
  }
}
