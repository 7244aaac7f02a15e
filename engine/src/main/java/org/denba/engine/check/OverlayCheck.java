package org.denba.engine.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.overlay.Overlay;
import org.denba.engine.overlay.OverlayFiles;
import org.denba.engine.overlay.OverlayTexts;
import org.denba.engine.rules.Problem;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.triage.ServiceParameters;
import org.denba.engine.triage.TextCheck;
import org.denba.engine.verification.OverlayCases;

/** Reads the protocols once more with an overlay over them, and tells what only then is wrong. */
final class OverlayCheck {

  private final RuleFiles files;
  private final SharedRules shared;
  private final Map<String, ProtocolCheck> below;
  private final CheckOptions options;
  private final Findings findings;

  /**
   * @param below the protocols as they are without the overlay
   */
  OverlayCheck(
      RuleFiles files,
      SharedRules shared,
      Map<String, ProtocolCheck> below,
      CheckOptions options,
      Findings findings) {
    this.files = files;
    this.shared = shared;
    this.below = below;
    this.options = options;
    this.findings = findings;
  }

  void check(String id) {
    OverlayFiles overlaid = findings.collect(() -> OverlayFiles.over(files, id), null);
    if (overlaid == null) {
      return;
    }
    Overlay overlay = findings.collect(() -> Overlay.read(overlaid, id), null);
    if (overlay != null) {
      findings.collect(
          () ->
              ServiceParameters.check(
                  overlay,
                  EngineOptions.defaults(options::day).with(id, null),
                  shared.parameters(),
                  shared.dictionary()));
    }
    OverlayTexts texts = new OverlayTexts(overlaid, shared.rules().languages());
    findings.collect(() -> texts.checkShared(shared.rules().all()));
    SharedRules above = sharedAbove(overlaid, id);
    Map<String, ProtocolCheck> read = new LinkedHashMap<>(below);
    for (String protocol : below.keySet()) {
      if (above == shared && !changes(id, protocol)) {
        continue;
      }
      ProtocolCheck check = new ProtocolCheck(overlaid, above, protocol);
      read.put(protocol, check);
      ProblemList problems = new ProblemList();
      check.problems().stream()
          .filter(problem -> !below.get(protocol).problems().contains(problem))
          .forEach(problem -> problems.add(problem.where(), problem.says()));
      Set<String> wanted =
          check.protocol() == null
              ? Set.of()
              : new TextCheck(check.protocol(), check.texts()).wanted();
      if (check.protocol() != null) {
        problems.collect(() -> texts.check(protocol, wanted, check.rowIds()));
      }
      findings.tell(explained(overlaid, problems));
    }
    findings.collect(
        () ->
            OverlayCases.read(
                overlaid,
                id,
                protocol -> {
                  ProtocolCheck check = read.get(protocol);
                  if (check == null || !check.hasFile()) {
                    throw new RuleFileException(
                        OverlayFiles.FOLDER + id + "/cases",
                        "'"
                            + protocol
                            + "' is no protocol of these rules: its cases cannot be run");
                  }
                  return check.words(ProtocolCheck.rowsOfAll(read, shared.rules().all()));
                },
                options.day()));
  }

  /** Whether the overlay has files of this protocol. */
  private boolean changes(String id, String protocol) {
    return !files.list(OverlayFiles.FOLDER + id + "/" + protocol + "/").isEmpty();
  }

  /** What the protocols share, read again only where the overlay changes it. */
  private SharedRules sharedAbove(OverlayFiles overlaid, String id) {
    Set<String> folders = new HashSet<>(below.keySet());
    folders.addAll(List.of("cases", "texts"));
    boolean changed =
        files.list(OverlayFiles.FOLDER + id + "/").stream()
            .map(path -> path.substring((OverlayFiles.FOLDER + id + "/").length()))
            .filter(path -> path.contains("/") || path.equals("treatments.csv"))
            .anyMatch(path -> !folders.contains(path.split("/")[0]));
    if (!changed) {
      return shared;
    }
    Findings own = new Findings(findings.places());
    SharedRules above = SharedRules.read(overlaid, own);
    List<Mistake> known = new ArrayList<>(findings.sorted());
    own.sorted().stream().filter(mistake -> !known.contains(mistake)).forEach(findings::tell);
    above.parameters().putAll(shared.parameters());
    return above;
  }

  private static List<Problem> explained(OverlayFiles overlaid, ProblemList problems) {
    return problems.isEmpty()
        ? List.of()
        : overlaid.explained(RuleFileException.of("", problems.found())).problems();
  }
}
