package org.denba.engine.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.denba.engine.TriageEngine;
import org.denba.engine.overlay.OverlayFiles;
import org.denba.engine.rules.ProblemList;
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
    return read(overlaid, overlay, id -> CaseWords.of(engine, overlaid, id), day);
  }

  /**
   * Reads the cases without an engine.
   *
   * @param overlaid the rule files with the overlay
   * @param wordsOf the words that the cases of a protocol may use
   * @throws RuleFileException naming everything that is wrong, each with file, case and key
   */
  public static List<ClinicalCase> read(
      OverlayFiles overlaid, String overlay, Function<String, CaseWords> wordsOf, LocalDate day) {
    List<ClinicalCase> cases = new ArrayList<>();
    ProblemList problems = new ProblemList();
    Map<String, String> fileOfId = new LinkedHashMap<>();
    for (String path : overlaid.cases()) {
      problems.collect(
          () ->
              cases.addAll(CaseFiles.ofOverlay(wordsOf, overlaid, path, fileOfId, day, problems)));
    }
    problems.throwIfAny(OverlayFiles.FOLDER + overlay + "/cases");
    return List.copyOf(cases);
  }
}
