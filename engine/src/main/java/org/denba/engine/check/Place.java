package org.denba.engine.check;

/**
 * Where a mistake stands.
 *
 * @param file path below the rules root
 * @param row row of a table as a spreadsheet counts, or line of a text file; 0 for the whole file
 * @param column letter of the column, a key of a YAML or properties file, or empty
 * @param title the column's title, or empty
 * @param sheet the sheet of a workbook, else empty
 * @param cell the cell of a table ({@code C7}), or empty
 */
public record Place(String file, int row, String column, String title, String sheet, String cell) {

  /** The whole of a file. */
  static Place of(String file) {
    return new Place(file, 0, "", "", "", "");
  }

  /** A line of a file. */
  static Place of(String file, int line) {
    return new Place(file, line, "", "", "", "");
  }

  /** {@code file:row:column}, with the column's title in brackets, as far as it is known. */
  public String text() {
    StringBuilder text = new StringBuilder(file);
    if (!sheet.isEmpty()) {
      text.append(':').append(sheet);
      String where = cell.isEmpty() && row > 0 ? String.valueOf(row) : cell;
      text.append(where.isEmpty() ? "" : "!" + where);
    } else {
      if (row > 0) {
        text.append(':').append(row);
      }
      if (!column.isEmpty()) {
        text.append(':').append(column);
      }
    }
    if (!title.isEmpty()) {
      text.append(" (").append(title).append(')');
    }
    return text.toString();
  }
}
