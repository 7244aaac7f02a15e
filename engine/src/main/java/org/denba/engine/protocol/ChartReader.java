package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.denba.engine.rules.RuleFileException;

/** Puts a chart's rows together from the lines of its decision table. */
final class ChartReader {

  private static final String FOLLOW_UP_TEXT = "follow-up.";
  private static final String PLAIN = "plain";

  private final Problems problems;

  ChartReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * @param chart chart id
   * @param lines the rules of its table, in order
   * @param firstIndex index of the chart's first row in the protocol
   * @param slots the slot of each row
   * @param alternative makes the alternative of a line for a row's slot
   */
  Chart read(
      String chart,
      List<DroolsRule> lines,
      int firstIndex,
      Map<String, Integer> slots,
      BiFunction<DroolsRule, Integer, Alternative> alternative) {
    Map<String, List<DroolsRule>> byRow = new LinkedHashMap<>();
    lines.forEach(
        line -> byRow.computeIfAbsent(line.annotation("Row"), id -> new ArrayList<>()).add(line));
    List<Row> rows = new ArrayList<>();
    byRow.forEach(
        (id, rowLines) ->
            problems.collect(
                rowLines.get(0).where(),
                () ->
                    rows.add(
                        row(
                            id,
                            chart,
                            rowLines,
                            firstIndex + rows.size(),
                            slots.get(id),
                            alternative))));
    return new Chart(chart, List.copyOf(rows), subCharts(rows));
  }

  private Row row(
      String id,
      String chart,
      List<DroolsRule> lines,
      int index,
      int slot,
      BiFunction<DroolsRule, Integer, Alternative> alternative) {
    DroolsRule first = lines.get(0);
    Colour colour = colour(first);
    List<Row.Line> rowLines = new ArrayList<>();
    for (DroolsRule line : lines) {
      same(first, line, "Classification");
      same(first, line, "Colour");
      same(first, line, "SubChart");
      if (line.annotation("Source").isEmpty()) {
        throw new RuleFileException(
            line.where(), "has no source: name the document and page that this line comes from");
      }
      if (line.constraints().isEmpty()) {
        throw new RuleFileException(line.where(), "has no condition: fill in at least one sign");
      }
      problems.collect(
          line.where(),
          () ->
              rowLines.add(
                  new Row.Line(
                      alternative.apply(line, slot), urgency(line), line.annotation("Flag"))));
    }
    if (first.annotation("SubChart").isEmpty()) {
      throw new RuleFileException(
          first.where(), "has no sub-chart: give rows that compete the same name");
    }
    return new Row(
        id,
        index,
        slot,
        chart,
        Arrays.asList(first.annotation("SubChart").split("\\s+")),
        first.annotation("Classification"),
        colour,
        followUp(first),
        first.annotation("Source"),
        List.copyOf(rowLines));
  }

  private static void same(DroolsRule first, DroolsRule line, String column) {
    if (!first.annotation(column).equals(line.annotation(column))) {
      throw new RuleFileException(
          line.where(),
          "has the "
              + column.toLowerCase(Locale.ROOT)
              + " '"
              + line.annotation(column)
              + "', but the row starts at "
              + first.where()
              + " with '"
              + first.annotation(column)
              + "'");
    }
  }

  private static Colour colour(DroolsRule line) {
    String word = line.annotation("Colour");
    return Arrays.stream(Colour.values())
        .filter(colour -> colour.code().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new RuleFileException(
                    line.where(), "'" + word + "' is no colour: use pink, yellow, green or none"));
  }

  private static Urgency urgency(DroolsRule line) {
    String word = line.annotation("Urgency");
    return Arrays.stream(Urgency.values())
        .filter(urgency -> urgency.code().equals(word) && urgency != Urgency.UNDETERMINED)
        .findFirst()
        .orElseThrow(
            () ->
                new RuleFileException(
                    line.where(),
                    "'"
                        + word
                        + "' is no urgency: use refer-urgent, refer-nonurgent, treat-here or home-care"));
  }

  private static Row.FollowUp followUp(DroolsRule line) {
    String cell = line.annotation("FollowUp");
    if (cell.isEmpty()) {
      return null;
    }
    String[] words = cell.split("\\s+", 2);
    if (!words[0].matches("\\d+|\\{.+}")) {
      throw new RuleFileException(
          line.where(),
          "'"
              + cell
              + "' is no follow-up: write the days, and perhaps a word such as if-not-improving");
    }
    return new Row.FollowUp(words[0], FOLLOW_UP_TEXT + (words.length == 2 ? words[1] : PLAIN));
  }

  private static List<Chart.SubChart> subCharts(List<Row> rows) {
    Map<String, List<Row>> byName = new LinkedHashMap<>();
    for (Row row : rows) {
      row.subCharts()
          .forEach(name -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(row));
    }
    return byName.entrySet().stream()
        .map(e -> new Chart.SubChart(e.getKey(), List.copyOf(e.getValue())))
        .toList();
  }
}
