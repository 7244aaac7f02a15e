package org.denba.fhir.workbench.simulator;

import java.util.List;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Recommendation;
import org.denba.fhir.workbench.booklet.ChartView;

/**
 * An answer as the simulator shows it.
 *
 * @param result the answer
 * @param rows the rows that are proved, most urgent first
 * @param whyNot what would make it more severe: the rows that are not ruled out, then those that
 *     are
 * @param todo what to do, by kind
 */
public record AnswerView(
    TriageResult result, List<RowLine> rows, List<WhyNot> whyNot, List<Todo> todo) {

  /**
   * Where a row stands in the booklet.
   *
   * @param protocol protocol id
   * @param chart chart id
   * @param title the chart's title
   * @param anchor the row's place on the chart's page
   */
  public record Place(String protocol, String chart, String title, String anchor) {}

  /** A finding or parameter that a row rests on, in words. */
  public record Reason(String name, String value) {}

  /**
   * A row of the answer.
   *
   * @param row what the answer says of it
   * @param place where it stands; null for a row that is in no booklet
   * @param because what it rests on
   * @param missing what is not known, by name
   */
  public record RowLine(
      TriageResult.Classification row, Place place, List<Reason> because, List<String> missing) {}

  /**
   * A more severe row, and what it would need.
   *
   * @param rule row id
   * @param label the classification
   * @param colour its colour
   * @param source the clinical source
   * @param row the row as the booklet shows it; null for a row that is in no booklet
   * @param place where it stands; null likewise
   * @param open whether it is not ruled out
   * @param missing what is not known, by name, where it is not ruled out
   */
  public record WhyNot(
      String rule,
      String label,
      String colour,
      String source,
      ChartView.RowView row,
      Place place,
      boolean open,
      List<String> missing) {}

  /**
   * Recommendations of one kind.
   *
   * @param kind the kind, as the answer names it
   * @param items each of them
   */
  public record Todo(String kind, List<Item> items) {}

  /**
   * One recommendation.
   *
   * @param advice what the answer says
   * @param doseMissing data elements without which no dose can be shown, by name
   */
  public record Item(Recommendation advice, List<String> doseMissing) {}
}
