package org.denba.engine.protocol;

import java.util.List;
import org.denba.engine.dictionary.NearestId;
import org.denba.engine.rules.RuleFileException;

/**
 * How a chart file is laid out: the chart's name, three rows that tell Drools what the columns
 * mean, the column titles, and then one line per alternative.
 */
final class DecisionTableLayout {

  /** Index of the first data row (row 6 as a spreadsheet shows it). */
  static final int FIRST_DATA_ROW = 5;

  private static final int KEYWORDS = 1;
  private static final int CODE = 3;
  private static final List<String> COLUMN_KINDS =
      List.of("NAME", "METADATA", "CONDITION", "ACTION");
  private static final List<String> ANNOTATIONS =
      List.of(
          "Row", "SubChart", "Classification", "Colour", "Urgency", "FollowUp", "Flag", "Source");

  private DecisionTableLayout() {}

  /**
   * Refuses a column whose kind or name Drools would pass over without a word.
   *
   * @throws RuleFileException naming row and column
   */
  static void check(String file, List<List<String>> lines) {
    if (lines.size() <= FIRST_DATA_ROW) {
      throw new RuleFileException(file, "has no data rows: they start in row 6");
    }
    List<String> kinds = lines.get(KEYWORDS);
    for (int column = 0; column < kinds.size(); column++) {
      String kind = kinds.get(column).trim();
      String where = file + ":" + (KEYWORDS + 1) + ":" + (column + 1);
      if (!COLUMN_KINDS.contains(kind)) {
        throw new RuleFileException(
            where, "'" + kind + "' is no kind of column" + meant(kind, COLUMN_KINDS));
      }
      String code = column < lines.get(CODE).size() ? lines.get(CODE).get(column).trim() : "";
      String annotation = code.contains("(") ? code.substring(0, code.indexOf('(')) : code;
      if (kind.equals("METADATA") && !ANNOTATIONS.contains(annotation)) {
        throw new RuleFileException(
            file + ":" + (CODE + 1) + ":" + (column + 1),
            "'" + annotation + "' is no column of a chart" + meant(annotation, ANNOTATIONS));
      }
    }
  }

  private static String meant(String word, List<String> known) {
    return NearestId.of(word, known).map(near -> ", perhaps '" + near + "'").orElse("")
        + "; there are "
        + String.join(", ", known);
  }
}
