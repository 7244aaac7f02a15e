package org.denba.engine.protocol;

import java.util.List;
import java.util.Map;

/**
 * In which columns of a chart a line's parts stand, as letters.
 *
 * @param annotations the column of each annotation ({@code Source}, …)
 * @param constraints the column of each constraint, in order; empty where it is not known
 */
record CellPlaces(Map<String, String> annotations, List<String> constraints) {

  /** A rule that stands in no table. */
  static final CellPlaces NONE = new CellPlaces(Map.of(), List.of());

  private static final int LETTERS = 26;

  /** The letters of a column, as a spreadsheet shows them: A, B, … Z, AA. */
  static String letters(int index) {
    String last = String.valueOf((char) ('A' + index % LETTERS));
    return index < LETTERS ? last : letters(index / LETTERS - 1) + last;
  }
}
