package org.denba.engine.rules;

import java.util.List;

/**
 * What each line of a table is. A chart has its name in the first line, three lines of code that
 * tell Drools what the columns mean, then the titles; any other table starts with the titles.
 */
final class TableShape {

  private static final int FIRST_CODE = 1;
  private static final int COLUMN_CODE = 3;
  private static final int CHART_TITLES = 4;
  private static final String COLOUR_CODE = "Colour(";

  private final List<List<String>> lines;
  private final int width;
  private final int colourColumn;

  /**
   * @param lines all lines as cells
   */
  TableShape(List<List<String>> lines) {
    this.lines = lines;
    this.width = lines.stream().mapToInt(List::size).max().orElse(0);
    int colours = -1;
    for (int column = 0; isChart() && column < width; column++) {
      colours = cell(COLUMN_CODE, column).startsWith(COLOUR_CODE) ? column : colours;
    }
    this.colourColumn = colours;
  }

  List<List<String>> lines() {
    return lines;
  }

  boolean isChart() {
    return cell(0, 0).startsWith(ChartWorkbook.CHART);
  }

  /** Index of the line with the titles. */
  int titles() {
    return isChart() ? CHART_TITLES : 0;
  }

  boolean isName(int line) {
    return isChart() && line == 0;
  }

  boolean isCode(int line) {
    return isChart() && line >= FIRST_CODE && line < CHART_TITLES;
  }

  /** Index of the column with the colours, or -1. */
  int colourColumn() {
    return colourColumn;
  }

  /** The colour's word in a data line, empty where there is none. */
  String colour(int line) {
    return cell(line, colourColumn).strip();
  }

  int width() {
    return width;
  }

  /** The text of a cell by indices, empty where there is none. */
  String cell(int line, int column) {
    boolean there =
        line >= 0 && line < lines.size() && column >= 0 && column < lines.get(line).size();
    return there ? lines.get(line).get(column) : "";
  }
}
