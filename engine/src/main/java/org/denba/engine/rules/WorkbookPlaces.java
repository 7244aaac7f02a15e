package org.denba.engine.rules;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells complaints about tables in the words of the files as they lie: whoever edits {@code
 * fever.xlsx} is told of its sheet and cell, not of a {@code fever.csv} that there is not.
 */
public final class WorkbookPlaces {

  private static final Pattern PLACE =
      Pattern.compile(
          "([\\w./~-]+\\.csv)(?::(\\d+)(?::(\\d{1,3}(?![\\w.-])|[A-Z]{1,3}(?![\\w.-])))?)?");

  private WorkbookPlaces() {}

  /**
   * The same complaint with every place of a table that lies in a workbook told as {@code
   * imci-child/fever.xlsx:Fever!C7}.
   */
  public static RuleFileException explained(RuleFiles files, RuleFileException problem) {
    return problem.inOtherWords(text -> told(files, text));
  }

  /** A text with every place of a table that lies in a workbook told by its sheet and cell. */
  public static String told(RuleFiles files, String text) {
    return PLACE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    workbook(files, found.group(1))
                        .map(book -> place(book, found))
                        .orElse(found.group())));
  }

  private static Optional<ChartWorkbook> workbook(RuleFiles files, String path) {
    try {
      return files.workbook(path);
    } catch (RuleFileException e) {
      // it cannot be opened: the complaint is about that and names it already
      return Optional.empty();
    }
  }

  private static String place(ChartWorkbook book, MatchResult found) {
    if (found.group(2) == null) {
      return book.file();
    }
    String column = found.group(3);
    int number =
        column == null
            ? 0
            : Character.isDigit(column.charAt(0))
                ? Integer.parseInt(column)
                : CellName.column(column);
    return book.place(Integer.parseInt(found.group(2)), number);
  }
}
