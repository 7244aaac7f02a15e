package org.denba.engine.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFiles;

/** Reads {@code treatments.csv}. */
public final class TreatmentReader {

  private static final List<String> KINDS =
      List.of("treatment", "referral", "counselling", "return-immediately", "prevention");

  private TreatmentReader() {}

  /** The treatments by id, in the order of the file. */
  public static Map<String, Treatment> read(RuleFiles files) {
    Map<String, Treatment> treatments = new LinkedHashMap<>();
    List<String> columns =
        List.of(
            "id", "kind", "pre-referral", "before-referral-if", "dose", "alternative-to", "source");
    for (CsvTable.Row row : CsvTable.read(files, Treatment.FILE, columns).rows()) {
      String kind = row.required("kind");
      if (!KINDS.contains(kind)) {
        throw row.problem("kind", "'" + kind + "' is no kind: use " + String.join(", ", KINDS));
      }
      Treatment treatment =
          new Treatment(
              row.required("id"),
              kind,
              row.get("pre-referral").equals("yes"),
              row.get("before-referral-if"),
              row.get("dose").equals("yes"),
              row.get("alternative-to"),
              row.required("source"));
      if (treatments.put(treatment.id(), treatment) != null) {
        throw row.problem("id", "'" + treatment.id() + "' stands here a second time: remove one");
      }
    }
    return treatments;
  }
}
