package org.denba.engine.rules;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the CSV form of a table as the rule files have it: a comma between cells, lines that end
 * with a line feed, quotes only where a cell needs them. It is one form for one table, so that a
 * table that went through a spreadsheet is the same text afterwards.
 */
public final class CsvText {

  private CsvText() {}

  /** The text of these lines; {@link CsvTable#lines} reads them back. */
  public static String of(List<List<String>> lines) {
    return lines.stream()
        .map(cells -> cells.stream().map(CsvText::cell).collect(Collectors.joining(",")) + "\n")
        .collect(Collectors.joining());
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
