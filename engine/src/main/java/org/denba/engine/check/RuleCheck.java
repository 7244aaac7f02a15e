package org.denba.engine.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.denba.engine.dictionary.NearestId;
import org.denba.engine.overlay.OverlayFiles;
import org.denba.engine.rules.Problem;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.ProtocolSelection;

/**
 * Says everything that is wrong with a folder of rules at once. Each file and each protocol is read
 * by itself, so that one that is wrong hides no other; what only follows from a mistake that is
 * told is left out.
 */
public final class RuleCheck {

  private static final Set<String> READ = Set.of("csv", "yaml", "properties", "drl");
  private static final String SELECTION = "selection.csv";

  private final RuleFiles given;
  private final CheckOptions options;
  private final Map<String, String> mended = new TreeMap<>();
  private final Map<String, String> asMeant = new TreeMap<>();
  private final RuleFiles files;
  private final Findings findings;
  private int looked;

  private RuleCheck(RuleFiles given, CheckOptions options) {
    this.given = given;
    this.options = options;
    this.files = new MeantFiles(given, asMeant);
    this.findings = new Findings(new Places(files));
  }

  /** Checks everything: all protocols, all overlays, all cases, as of today. */
  public static CheckReport of(RuleFiles files) {
    return of(files, CheckOptions.all(LocalDate.now()));
  }

  /** Checks rule files. It never throws: whatever is in the files is a mistake in the report. */
  public static CheckReport of(RuleFiles files, CheckOptions options) {
    return new RuleCheck(files, options).report();
  }

  /**
   * The texts of the files that were saved otherwise than rules are, as they were meant: commas for
   * semicolons, a point for a decimal comma, no stray spaces, UTF-8 without a mark, Unix line ends.
   * Words, numbers and rows stay as they are. A workbook is left to its author.
   *
   * @return by path; none where nothing of the kind is wrong
   */
  public static Map<String, String> mended(RuleFiles files, LocalDate day) {
    RuleCheck check = new RuleCheck(files, CheckOptions.all(day));
    check.forms();
    return Map.copyOf(check.mended);
  }

  private CheckReport report() {
    forms();
    SharedRules shared =
        findings.collect("rules.yaml", () -> SharedRules.read(files, findings), null);
    if (shared == null) {
      return new CheckReport(findings.sorted(), looked, 0);
    }
    Map<String, ProtocolCheck> protocols = protocols(shared);
    selection(shared);
    Set<String> overlays = overlays();
    for (String overlay : overlays) {
      findings.collect(
          () -> new OverlayCheck(files, shared, protocols, options, findings).check(overlay));
    }
    CasesCheck cases = new CasesCheck(files, options, findings);
    if (options.cases() && !findings.hasErrors()) {
      findings.collect(() -> cases.check(overlays));
    }
    return new CheckReport(findings.sorted(), looked, cases.run());
  }

  private void forms() {
    List<String> paths = findings.collect(() -> given.list(""), List.of());
    for (String path : paths) {
      if (!READ.contains(path.substring(path.lastIndexOf('.') + 1)) || isOfOther(path, paths)) {
        continue;
      }
      looked++;
      findings
          .collect(
              path,
              () -> given.bytes(path).map(bytes -> FileForm.meant(path, bytes, findings)),
              Optional.<String>empty())
          .ifPresent(text -> mended.put(path, text));
      findings
          .collect(
              path,
              () -> given.workbook(path).map(book -> WorkbookForm.meant(path, book, findings)),
              Optional.<String>empty())
          .ifPresent(text -> asMeant.put(path, text));
    }
    asMeant.putAll(mended);
  }

  /** Whether the file belongs to a protocol or overlay that is not looked at. */
  private boolean isOfOther(String path, List<String> paths) {
    String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
    if (path.startsWith(OverlayFiles.FOLDER)) {
      String id = path.substring(OverlayFiles.FOLDER.length()).split("/")[0];
      return options.overlays() != null && !options.overlays().contains(id);
    }
    return !options.looksAt(folder) && paths.contains(folder + "/protocol.yaml");
  }

  private Map<String, ProtocolCheck> protocols(SharedRules shared) {
    Map<String, ProtocolCheck> protocols = new LinkedHashMap<>();
    Set<String> all = new LinkedHashSet<>(shared.rules().all());
    all.remove("");
    for (String id : all) {
      if (options.looksAt(id)) {
        ProtocolCheck check =
            findings.collect(
                id + "/protocol.yaml", () -> new ProtocolCheck(files, shared, id), null);
        if (check != null) {
          protocols.put(id, check);
        }
      }
    }
    Set<String> rows = ProtocolCheck.rowsOfAll(protocols, all);
    for (ProtocolCheck check : protocols.values()) {
      findings.collect(() -> check.tell(files, options, rows, findings));
    }
    for (String folder : shared.folders()) {
      if (!all.contains(folder)) {
        findings.warn(
            "unlisted-protocol",
            Place.of(folder + "/protocol.yaml"),
            folder,
            NearestId.of(folder, all).orElse(""),
            "is not under 'protocols:' in rules.yaml, so no patient is triaged with it: add it");
      }
    }
    String together = shared.rules().goTogether();
    if (!together.isEmpty() && !shared.treatments().containsKey(together)) {
      findings.tell(
          new Problem(
              "rules.yaml:go-together",
              "'"
                  + together
                  + "' is not in treatments.csv"
                  + NearestId.of(together, shared.treatments().keySet())
                      .map(near -> ", perhaps '" + near + "'")
                      .orElse("")));
    }
    return protocols;
  }

  private void selection(SharedRules shared) {
    if (!options.protocols().isEmpty()) {
      // the parameters of the others are not known
      return;
    }
    List<String> named =
        findings.collect(
            () ->
                ProtocolSelection.check(
                    files, shared.dictionary(), List.copyOf(shared.parameters().values())),
            List.of());
    int row = 1;
    for (String protocol : named) {
      row++;
      if (!shared.rules().protocols().contains(protocol)) {
        findings.error(
            "unknown-protocol",
            findings.places().cell(SELECTION, row, "protocol"),
            protocol,
            NearestId.of(protocol, shared.rules().protocols()).orElse(""),
            "'"
                + protocol
                + "' is not under 'protocols:' in rules.yaml"
                + NearestId.of(protocol, shared.rules().protocols())
                    .map(near -> ", perhaps '" + near + "'")
                    .orElse(""));
      }
    }
  }

  private Set<String> overlays() {
    Set<String> ids = new LinkedHashSet<>(OverlayFiles.ids(files));
    if (options.overlays() != null) {
      return options.overlays();
    }
    List<String> told = new ArrayList<>();
    for (String path : files.list(OverlayFiles.FOLDER)) {
      String rest = path.substring(OverlayFiles.FOLDER.length());
      String id = rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : "";
      if (!id.isEmpty() && !ids.contains(id) && !told.contains(id)) {
        told.add(id);
        findings.error(
            "missing-file",
            Place.of(OverlayFiles.FOLDER + id + "/overlay.yaml"),
            "",
            "",
            "the file is missing: an overlay says there what it is");
      }
    }
    return ids;
  }
}
