package org.denba.engine.triage;

import java.util.Arrays;
import java.util.List;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Measurements;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;

/**
 * The order in which a protocol's charts first look at each data element: the order in which a
 * nurse with the booklet asks.
 */
final class QuestionRank {

  private final Protocol protocol;
  private final DataDictionary dictionary;
  private final int[] rank;
  private int next;

  private QuestionRank(Protocol protocol, DataDictionary dictionary) {
    this.protocol = protocol;
    this.dictionary = dictionary;
    this.rank = new int[dictionary.size()];
    Arrays.fill(rank, Integer.MAX_VALUE);
  }

  static int[] of(Protocol protocol, DataDictionary dictionary) {
    QuestionRank order = new QuestionRank(protocol, dictionary);
    for (Chart chart : protocol.charts()) {
      for (Row row : chart.rows()) {
        row.lines().forEach(line -> order.visit(line.alternative(), 0));
      }
    }
    return order.rank;
  }

  private void visit(Alternative alternative, int depth) {
    alternative.conditions().forEach(condition -> condition.reads(slot -> visit(slot, depth)));
  }

  private void visit(int slot, int depth) {
    List<Alternative> rules = protocol.alternativesOf(slot);
    if (!rules.isEmpty()) {
      if (depth < protocol.slots()) {
        rules.forEach(rule -> visit(rule, depth + 1));
      }
      return;
    }
    for (Measurements.ZScore score : protocol.measurements().zScores()) {
      if (score.slot() == slot) {
        for (String measurement : List.of(score.rule().weight(), score.rule().length(), "sex")) {
          dictionary.element(measurement).ifPresent(element -> place(element.index()));
        }
      }
    }
    protocol
        .measurements()
        .vaccines()
        .ifPresent(schedule -> schedule.restsOn(slot).forEach(element -> place(element.index())));
    place(slot);
  }

  private void place(int slot) {
    if (slot < rank.length && rank[slot] == Integer.MAX_VALUE) {
      rank[slot] = next++;
    }
  }
}
