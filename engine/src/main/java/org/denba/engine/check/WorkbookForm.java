package org.denba.engine.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.denba.engine.rules.ChartWorkbook;
import org.denba.engine.rules.Irregularity;

/**
 * What is irregular in the workbook of a table: formulas, merged cells, hidden rows, dates where a
 * number is meant. Gives the table as it was read all the same, so that what is wrong with its
 * words is found at the same time.
 */
final class WorkbookForm {

  /** What is told of a cell's text, in a workbook as in a CSV file. */
  private static final Set<Irregularity.Kind> OF_THE_TEXT =
      Set.of(Irregularity.Kind.SPACES, Irregularity.Kind.ERROR);

  private WorkbookForm() {}

  /**
   * @param path the path by which the table is read
   * @param findings takes what is irregular
   * @return the table as it was meant
   */
  static String meant(String path, ChartWorkbook book, Findings findings) {
    findings.places().workbookIs(path, book);
    for (Irregularity odd : book.irregularities()) {
      if (!OF_THE_TEXT.contains(odd.kind())) {
        findings.tell(
            new Mistake(
                odd.kind().fatal() ? Severity.ERROR : Severity.WARNING,
                odd.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                new Place(book.file(), odd.row(), "", "", odd.sheet(), odd.cell()),
                odd.found(),
                "",
                "",
                odd.message()));
      }
    }
    List<List<String>> meant = new CellForm(path, findings).meant(book.lines());
    return TableText.of(meant);
  }
}
