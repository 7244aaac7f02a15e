package org.denba.engine.rules;

import java.util.Locale;

/** Names of spreadsheet cells: column 3 of row 7 is {@code C7}. Rows and columns count from 1. */
public final class CellName {

  private static final int LETTERS = 26;

  private CellName() {}

  /** {@code C7} for row 7 and column 3. */
  public static String of(int row, int column) {
    return column(column) + row;
  }

  /**
   * {@code C} for column 3.
   *
   * @param column counted from 1
   */
  public static String column(int column) {
    StringBuilder letters = new StringBuilder();
    for (int left = column; left > 0; left = (left - 1) / LETTERS) {
      letters.append((char) ('A' + (left - 1) % LETTERS));
    }
    return letters.reverse().toString();
  }

  /**
   * 3 for {@code C} and for {@code c}.
   *
   * @throws IllegalArgumentException when these are not one to three letters of the alphabet
   */
  public static int column(String letters) {
    if (!letters.matches("[A-Za-z]{1,3}")) {
      throw new IllegalArgumentException("'" + letters + "' is no column of a spreadsheet");
    }
    int column = 0;
    for (char letter : letters.toUpperCase(Locale.ROOT).toCharArray()) {
      column = column * LETTERS + letter - 'A' + 1;
    }
    return column;
  }
}
