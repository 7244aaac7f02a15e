package org.denba.fhir.workbench.booklet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denba.engine.condition.Condition;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.protocol.Row;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.workbench.NoSuch;

/**
 * A protocol as a booklet in one language. Written once for a set of rules.
 *
 * @param description what the rules say of the protocol as a whole
 * @param words its words
 * @param charts its charts in order
 * @param doses the dose tables of its treatments
 * @param calendar its vaccination calendar
 */
public record Booklet(
    ProtocolDescription description,
    ProtocolWords words,
    List<ChartView> charts,
    List<DoseTableView> doses,
    Calendar calendar) {

  private static final int MOST_ROWS = 130;

  /** A chart; empty where there is none of this id. */
  public Optional<ChartView> chart(String id) {
    return charts.stream().filter(chart -> chart.id().equals(id)).findFirst();
  }

  /**
   * A chart.
   *
   * @throws ProblemException where there is none of this id
   */
  public ChartView requiredChart(String id) {
    List<String> ids = charts.stream().map(ChartView::id).toList();
    return chart(id).orElseThrow(() -> NoSuch.problem("chart", id, ids));
  }

  /** The chart on which a row stands, or empty. */
  public Optional<String> chartOf(String rule) {
    return protocol().row(rule).map(Row::chart);
  }

  /** A row as the booklet shows it, or empty. */
  public Optional<ChartView.RowView> row(String anchor) {
    return charts.stream()
        .flatMap(chart -> chart.rows().stream())
        .filter(row -> row.anchor().equals(anchor))
        .findFirst();
  }

  /** A condition of the rules in words. */
  public String phrase(Condition condition) {
    return new Phrases(words).of(condition).text();
  }

  /** The protocol that it shows. */
  public Protocol protocol() {
    return words.protocol();
  }

  /**
   * The charts in parts to print: each part is a page that a slow link can carry, and no chart is
   * cut.
   */
  public List<List<ChartView>> parts() {
    List<List<ChartView>> parts = new ArrayList<>();
    int rows = MOST_ROWS;
    for (ChartView chart : charts) {
      if (rows + chart.rows().size() > MOST_ROWS) {
        parts.add(new ArrayList<>());
        rows = 0;
      }
      rows += chart.rows().size();
      parts.get(parts.size() - 1).add(chart);
    }
    return parts;
  }
}
