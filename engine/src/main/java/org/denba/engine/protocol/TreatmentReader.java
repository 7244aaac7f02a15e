package org.denba.engine.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/** Reads {@code treatments.csv}. */
public final class TreatmentReader {

  private static final List<String> KINDS =
      List.of("treatment", "referral", "counselling", "return-immediately", "prevention");

  private static final List<String> COLUMNS =
      List.of(
          "id", "kind", "pre-referral", "before-referral-if", "dose", "alternative-to", "source");
  private static final List<String> YES_OR_NO = List.of("yes", "no");

  private TreatmentReader() {}

  /**
   * The treatments by id, in the order of the file.
   *
   * @throws RuleFileException naming every row that cannot be used
   */
  public static Map<String, Treatment> read(RuleFiles files) {
    ProblemList problems = new ProblemList();
    Map<String, Treatment> treatments = read(files, problems);
    problems.throwIfAny(Treatment.FILE);
    return treatments;
  }

  /**
   * The treatments that can be read.
   *
   * @param problems takes everything that is wrong
   */
  public static Map<String, Treatment> read(RuleFiles files, ProblemList problems) {
    Map<String, Treatment> treatments = new LinkedHashMap<>();
    for (CsvTable.Row row : CsvTable.read(files, Treatment.FILE, problems, COLUMNS).rows()) {
      problems.collect(
          () -> {
            Treatment treatment = treatment(row);
            if (treatments.putIfAbsent(treatment.id(), treatment) != null) {
              throw row.problem(
                  "id", "'" + treatment.id() + "' stands here a second time: remove one");
            }
          });
    }
    return treatments;
  }

  private static Treatment treatment(CsvTable.Row row) {
    String kind = row.required("kind");
    if (!KINDS.contains(kind)) {
      throw row.problem("kind", "'" + kind + "' is no kind: use " + String.join(", ", KINDS));
    }
    return new Treatment(
        row.required("id"),
        kind,
        yes(row, "pre-referral"),
        row.get("before-referral-if"),
        yes(row, "dose"),
        row.get("alternative-to"),
        row.required("source"));
  }

  /** A cell that says yes or is empty: any other word would be read as no without a sign. */
  private static boolean yes(CsvTable.Row row, String column) {
    if (row.has(column) && !YES_OR_NO.contains(row.get(column))) {
      throw row.problem(
          column,
          "'" + row.get(column) + "' cannot stand here: write yes, or leave the cell empty");
    }
    return row.get(column).equals("yes");
  }
}
