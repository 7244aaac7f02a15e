package org.denba.engine.rules;

/**
 * Something in a workbook that a text file could not hold, or that a person does not see as the
 * program reads it.
 *
 * @param kind what it is
 * @param sheet name of the sheet
 * @param row row as the spreadsheet shows it, 0 for the sheet as a whole
 * @param column column counted from 1, 0 for a whole row or sheet
 * @param found what stands there, as far as there is something to show
 */
public record Irregularity(Kind kind, String sheet, int row, int column, String found) {

  /** What can be irregular, and whether the table can be used all the same. */
  public enum Kind {
    FORMULA(true, "holds a formula, %s: write its value in place of it"),
    ERROR(true, "shows the error %s: write the value that is meant"),
    MERGED(true, "is merged (%s): split the cells and write the value into each of them"),
    DATE(true, "is a date, %s: if text or a number is meant, format the cell as Text, write again"),
    PERCENT(true, "is formatted as a percentage, %s: format the cell as Text, write the number"),
    CURRENCY(true, "is formatted as money, %s: format the cell as Text, write the number"),
    SHOWN_OTHERWISE(true, "%s: format the cell as Text and write the number that is meant"),
    LONG_NUMBER(
        true,
        "%s is a number of more than 15 digits, of which a spreadsheet loses the last: format the"
            + " cell as Text and write it again"),
    SECOND_TABLE(
        true, "is a second table (%s), and only the first is read: move it to a file of its own"),
    OTHER_SHEET(false, "is not read, only the first sheet is (it holds %s): keep notes elsewhere"),
    HIDDEN_SHEET(false, "is hidden and not read (it holds %s): delete it, or show it"),
    HIDDEN_ROW(false, "is hidden, and counts all the same (%s): show it, or delete it"),
    HIDDEN_COLUMN(false, "is hidden, and counts all the same (%s): show it, or delete it"),
    SPACES(false, "has spaces before or after the text, %s: delete them");

    private final boolean fatal;
    private final String words;

    Kind(boolean fatal, String words) {
      this.fatal = fatal;
      this.words = words;
    }

    /** Whether the table cannot be used: what was read may not be what its author sees. */
    public boolean fatal() {
      return fatal;
    }
  }

  /** {@code C7}; {@code 7} for a whole row, {@code C} for a whole column, empty for the sheet. */
  public String cell() {
    return (column == 0 ? "" : CellName.column(column)) + (row == 0 ? "" : row);
  }

  /** Where it is: {@code imci-child/fever.xlsx:Fever!C7}. */
  public String where(String file) {
    return file + ":" + sheet + (cell().isEmpty() ? "" : "!" + cell());
  }

  /** What is wrong and what to do, without the place. */
  public String message() {
    return kind.words.formatted(found);
  }
}
