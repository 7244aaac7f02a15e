package org.denba.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;
import org.junit.jupiter.api.Test;

/** Lines of an overlay take the place of the lines of their row. */
class OverlaidRowsTest {

  private static final List<DroolsRule> CHART =
      lines("A pink 1", "A pink 2", "B yellow 3", "A yellow 4", "C green 5");

  @Test
  void allLinesOfARowAreReplacedAtItsPlace() {
    assertThat(over("B yellow 6", "B yellow 7"))
        .containsExactly("A 1", "A 2", "B 6", "B 7", "A 4", "C 5");
  }

  @Test
  void theOrderIsTheChartsNotTheOverlays() {
    assertThat(over("C green 7", "B yellow 6")).containsExactly("A 1", "A 2", "B 6", "A 4", "C 7");
  }

  @Test
  void blocksOfARowAreReplacedOneByOne() {
    assertThat(over("A pink 6", "A yellow 7")).containsExactly("A 6", "B 3", "A 7", "C 5");
  }

  @Test
  void aBlockThatTheOverlayLacksGoes() {
    assertThat(over("A pink 6")).containsExactly("A 6", "B 3", "C 5");
  }

  @Test
  void aBlockThatTheChartLacksFollowsTheLastOne() {
    assertThat(over("A pink 6", "A yellow 7", "A green 8"))
        .containsExactly("A 6", "B 3", "A 7", "A 8", "C 5");
  }

  @Test
  void aRowThatTheChartLacksIsAMistake() {
    assertThatThrownBy(() -> over("AB pink 6", "X pink 7"))
        .isInstanceOf(RuleFileException.class)
        .hasMessage(
            "chart: 2 problem(s)\n  file:6: 'AB' is no row of chart.csv, perhaps 'A'\n"
                + "  file:7: 'X' is no row of chart.csv, perhaps 'A'");
  }

  @Test
  void actionsOfARowStandWhereTheFirstOneStood() {
    CsvTable below = CsvTable.parse("a.csv", "row,action\nA,one\nB,two\nA,three\n*,four\n");
    CsvTable above = CsvTable.parse("b.csv", "row,action\nA,five\nC,six\n*,seven\n");
    assertThat(OverlaidRows.actions(below.rows(), above.rows()))
        .extracting(row -> row.get("row") + " " + row.get("action"))
        .containsExactly("A five", "B two", "* seven", "C six");
    assertThat(OverlaidRows.actions(below.rows(), List.of())).isEqualTo(below.rows());
  }

  private static List<String> over(String... lines) {
    Problems problems = new Problems();
    List<DroolsRule> merged = OverlaidRows.chart(CHART, lines(lines), "chart.csv", problems);
    problems.throwIfAny("chart");
    return merged.stream().map(line -> line.annotation("Row") + " " + line.name()).toList();
  }

  /** Row, colour and name of each line. */
  private static List<DroolsRule> lines(String... lines) {
    return Arrays.stream(lines)
        .map(line -> line.split(" "))
        .map(
            word ->
                new DroolsRule(
                    "file:" + word[2],
                    word[2],
                    Map.of("Row", word[0], "Colour", word[1]),
                    List.of(),
                    CellPlaces.NONE))
        .toList();
  }
}
