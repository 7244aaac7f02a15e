package org.denba.engine.protocol;

import java.util.List;

/**
 * A chart of the booklet.
 *
 * @param id chart id, the name of its file
 * @param rows its rows in order
 * @param subCharts its sub-charts in the order in which they first appear
 */
public record Chart(String id, List<Row> rows, List<SubChart> subCharts) {

  /**
   * Rows that compete: the first that is true wins. Rows of different sub-charts coexist.
   *
   * @param id the sub-chart's name within its chart
   * @param rows its rows, most severe first
   */
  public record SubChart(String id, List<Row> rows) {}
}
