package org.denba.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a spreadsheet left in the cells of a table that nobody meant to write. */
final class CellForm {

  private static final Pattern FORMULA = Pattern.compile("[=@].+|\\+[A-Za-z(].*");
  private static final Pattern BROKEN =
      Pattern.compile("#(REF|NAME|VALUE|DIV/0|N/A|NUM|NULL)[!?]?.*|Err:\\d{3}");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d{1,9},\\d{1,9}");
  private static final String SMART = "‘’“”«»";
  private static final Pattern BLANK =
      Pattern.compile("[\\u00a0\\u202f\\u2007\\u200b\\u200e\\ufeff\\t]");

  /** Columns with sentences, where typographic signs are right. */
  private static final Set<String> SENTENCES =
      Set.of("why", "source", "Source", "what", "used", "point", "note", "region");

  private final String path;
  private final Findings findings;

  CellForm(String path, Findings findings) {
    this.path = path;
    this.findings = findings;
  }

  /** The cells as they were meant. */
  List<List<String>> meant(List<List<String>> lines) {
    boolean chart = Places.isChart(lines);
    int head = chart ? 4 : 0;
    List<String> titles = lines.size() > head ? lines.get(head) : List.of();
    List<List<String>> meant = new ArrayList<>();
    for (int row = 0; row < lines.size(); row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < lines.get(row).size(); column++) {
        String title = column < titles.size() ? titles.get(column).strip() : "";
        cells.add(cell(lines.get(row).get(column), row, column, title));
      }
      if (!chart && row > 0 && cells.size() < titles.size() && !blank(cells)) {
        findings.error(
            "too-few-cells",
            Place.of(path, row + 1),
            String.valueOf(cells.size()),
            "",
            "has "
                + cells.size()
                + " cells, the header has "
                + titles.size()
                + ": a cell was lost, or the commas at the end of the row");
      }
      meant.add(cells);
    }
    return meant;
  }

  private static boolean blank(List<String> cells) {
    return cells.stream().allMatch(String::isBlank);
  }

  private String cell(String cell, int row, int column, String title) {
    if (cell.isEmpty()) {
      return cell;
    }
    boolean sentence =
        SENTENCES.contains(title) || title.startsWith("label_") || title.startsWith("question_");
    if (row > 0 && FORMULA.matcher(cell).matches()) {
      error(
          "formula",
          row,
          column,
          cell,
          "",
          "'" + cell + "' is a formula: write the value that it stands for");
      return cell;
    }
    if (BROKEN.matcher(cell).matches()) {
      error(
          "spreadsheet-error",
          row,
          column,
          cell,
          "",
          "'" + cell + "' is an error of the spreadsheet: write the value that is meant");
      return cell;
    }
    String meant = cell;
    if (!sentence && row > 0) {
      meant = signs(meant, row, column);
    }
    if (!meant.equals(meant.strip())) {
      findings.warn(
          "stray-space",
          place(row, column),
          cell,
          meant.strip(),
          "'" + meant + "' has a space before or behind it, which is passed over: remove it");
      meant = meant.strip();
    }
    if (!sentence && DECIMAL_COMMA.matcher(meant).matches()) {
      String number = meant.replace(',', '.');
      error(
          "decimal-comma",
          row,
          column,
          meant,
          number,
          "'" + meant + "' has a decimal comma: write " + number);
      return number;
    }
    return meant;
  }

  private String signs(String cell, int row, int column) {
    String meant = cell;
    if (BLANK.matcher(meant).find()) {
      meant = BLANK.matcher(meant).replaceAll(" ");
      error(
          "hidden-character",
          row,
          column,
          cell,
          meant.strip(),
          "'"
              + meant.strip()
              + "' holds a space that is none (a tab, a no-break or zero-width"
              + " space): write it again with the space bar");
    }
    if (meant.chars().anyMatch(c -> SMART.indexOf(c) >= 0)) {
      String straight = meant.replaceAll("[‘’]", "'").replaceAll("[“”«»]", "\"");
      error(
          "smart-quote",
          row,
          column,
          cell,
          straight,
          "'" + cell + "' has typographic quotation marks: write straight ones");
      meant = straight;
    }
    return meant;
  }

  private void error(
      String code, int row, int column, String found, String nearest, String message) {
    findings.error(code, place(row, column), found, nearest, message);
  }

  private Place place(int row, int column) {
    return findings.places().cell(path, row + 1, Places.letters(column));
  }
}
