package org.denba.engine.protocol;

/**
 * How a chart file is laid out: the chart's name, three rows that tell Drools what the columns
 * mean, the column titles, and then one line per alternative.
 */
final class DecisionTableLayout {

  /** Index of the first data row (row 6 as a spreadsheet shows it). */
  static final int FIRST_DATA_ROW = 5;

  private DecisionTableLayout() {}
}
