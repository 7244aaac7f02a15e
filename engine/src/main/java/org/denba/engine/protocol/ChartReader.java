package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.denba.engine.condition.ConditionException;
import org.denba.engine.condition.Vocabulary;
import org.denba.engine.dictionary.NearestId;
import org.denba.engine.rules.RuleFileException;

/** Puts a chart's rows together from the lines of its decision table. */
final class ChartReader {

  private static final String FOLLOW_UP_TEXT = "follow-up.";
  private static final String PLAIN = "plain";

  private final Vocabulary words;
  private final Problems problems;

  ChartReader(Vocabulary words, Problems problems) {
    this.words = words;
    this.problems = problems;
  }

  /**
   * @param chart chart id
   * @param lines the rules of its table, in order
   * @param firstIndex index of the chart's first row in the protocol
   * @param slots the slots of its blocks, in order
   * @param alternative makes the alternative of a line for a row's slot
   */
  Chart read(
      String chart,
      List<DroolsRule> lines,
      int firstIndex,
      List<Integer> slots,
      BiFunction<DroolsRule, Integer, Alternative> alternative) {
    List<Row> rows = new ArrayList<>();
    int before = problems.found().size();
    int at = 0;
    for (RowBlocks.Block block : RowBlocks.of(lines)) {
      int slot = slots.get(at++);
      problems.collect(
          block.lines().get(0).where(),
          () ->
              rows.add(
                  row(
                      block.id(),
                      chart,
                      block.lines(),
                      firstIndex + rows.size(),
                      slot,
                      alternative)));
    }
    if (problems.found().size() == before) {
      RowBlocks.checkApart(rows, problems);
    }
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
    Colour colour = problems.collect(() -> colour(first), Colour.NONE);
    List<Row.Line> rowLines = new ArrayList<>();
    for (DroolsRule line : lines) {
      if (!line.annotation("FollowUp").equals(first.annotation("FollowUp"))) {
        problems.add(
            line.at("FollowUp"),
            "has the follow-up '"
                + line.annotation("FollowUp")
                + "', but the row starts at "
                + first.where()
                + " with '"
                + first.annotation("FollowUp")
                + "': a row has one; put what differs into actions.csv as FU");
      }
      if (line.annotation("Source").isEmpty()) {
        problems.add(
            line.at("Source"),
            "has no source: name the document and page that this line comes from");
      }
      if (line.constraints().isEmpty()) {
        throw new RuleFileException(line.where(), "has no condition: fill in at least one sign");
      }
      problems.collect(
          line.where(),
          () ->
              rowLines.add(
                  new Row.Line(
                      alternative.apply(line, slot),
                      problems.collect(() -> urgency(line), Urgency.UNDETERMINED),
                      line.annotation("Flag"))));
    }
    if (first.annotation("SubChart").isEmpty()) {
      throw new RuleFileException(
          first.at("SubChart"), "has no sub-chart: give rows that compete the same name");
    }
    return new Row(
        id,
        index,
        slot,
        chart,
        Arrays.asList(first.annotation("SubChart").split("\\s+")),
        first.annotation("Classification"),
        colour,
        problems.collect(() -> followUp(first), null),
        first.annotation("Source"),
        List.copyOf(rowLines));
  }

  private static Colour colour(DroolsRule line) {
    String word = line.annotation("Colour");
    return Arrays.stream(Colour.values())
        .filter(colour -> colour.code().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new RuleFileException(
                    line.at("Colour"),
                    "'"
                        + word
                        + "' is no colour"
                        + meant(word, Arrays.stream(Colour.values()).map(Colour::code).toList())
                        + ": use pink, yellow, green or none"));
  }

  private static Urgency urgency(DroolsRule line) {
    String word = line.annotation("Urgency");
    return Arrays.stream(Urgency.values())
        .filter(urgency -> urgency.code().equals(word) && urgency != Urgency.UNDETERMINED)
        .findFirst()
        .orElseThrow(
            () ->
                new RuleFileException(
                    line.at("Urgency"),
                    "'"
                        + word
                        + "' is no urgency"
                        + meant(word, Arrays.stream(Urgency.values()).map(Urgency::code).toList())
                        + ": use refer-urgent, refer-nonurgent, treat-here or home-care"));
  }

  /** The days, and perhaps a word that tells in which case ({@code 5 if-not-improving}). */
  private Row.FollowUp followUp(DroolsRule line) {
    String cell = line.annotation("FollowUp");
    if (cell.isEmpty()) {
      return null;
    }
    int word = cell.lastIndexOf(' ');
    boolean hasWord = word >= 0 && cell.substring(word + 1).matches("[a-z][a-z-]{2,40}");
    try {
      List<DayCount> days = DayCount.read(hasWord ? cell.substring(0, word) : cell, words);
      return new Row.FollowUp(days, FOLLOW_UP_TEXT + (hasWord ? cell.substring(word + 1) : PLAIN));
    } catch (ConditionException e) {
      throw new RuleFileException(
          line.at("FollowUp"),
          "'"
              + cell
              + "' is no follow-up: write the days, and perhaps a word such as if-not-improving ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  private static String meant(String word, List<String> known) {
    return NearestId.of(word, known).map(near -> ", perhaps '" + near + "'").orElse("");
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
