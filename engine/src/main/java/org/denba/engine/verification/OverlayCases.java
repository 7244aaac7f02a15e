package org.denba.engine.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.TriageEngine;
import org.denba.engine.overlay.OverlayFiles;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * Reads the cases of an overlay, {@code overlays/<id>/cases/}, YAML or tables. Each file names its
 * protocol ({@code protocol: imci-child}, or a column of that title) and may start from that
 * protocol's starting points.
 */
public final class OverlayCases {

  private OverlayCases() {}

  /**
   * @param engine the engine with the overlay
   * @param files the rule files, without it
   * @param overlay its id
   * @param day the day of assessment of the cases that name none
   * @throws RuleFileException naming everything that is wrong, each with file, case and key
   */
  public static List<ClinicalCase> read(
      TriageEngine engine, RuleFiles files, String overlay, LocalDate day) {
    OverlayFiles overlaid = OverlayFiles.over(files, overlay);
    List<ClinicalCase> cases = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Map<String, String> fileOfId = new LinkedHashMap<>();
    for (String path : overlaid.cases()) {
      try {
        cases.addAll(CaseFiles.ofOverlay(engine, overlaid, path, fileOfId, day, problems::add));
      } catch (RuleFileException e) {
        problems.add(e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new RuleFileException(
          OverlayFiles.FOLDER + overlay + "/cases",
          problems.size() + " problem(s)\n  " + String.join("\n  ", problems));
    }
    return List.copyOf(cases);
  }
}
