package org.denba.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.denba.engine.dictionary.NearestId;
import org.denba.engine.protocol.ProtocolFile;
import org.denba.engine.rules.RuleFiles;

/** Looks at the files of a protocol's folder that nobody asked for, and at its parameters. */
final class FolderCheck {

  private static final String CASES = "cases/";
  private static final String BASES = "_bases";

  /** Parameters that the engine itself asks for. */
  private static final List<String> OF_THE_ENGINE = List.of("alert.signs", "site.lacks");

  private static final List<String> KNOWN =
      List.of(
          "protocol.yaml",
          "derived.drl",
          "actions.csv",
          "guards.csv",
          "closes.csv",
          "intake.csv",
          "plausible.csv",
          "proof-exceptions.csv",
          "schedule.csv",
          "vaccination.csv");

  private final RuleFiles files;
  private final String id;
  private final ProtocolFile file;
  private final Findings findings;

  FolderCheck(RuleFiles files, String id, ProtocolFile file, Findings findings) {
    this.files = files;
    this.id = id;
    this.file = file;
    this.findings = findings;
  }

  void check() {
    List<String> paths = files.list(id + "/");
    for (String path : paths) {
      String name = path.substring(id.length() + 1);
      if (name.startsWith(CASES)) {
        caseFile(path, name.substring(CASES.length()));
      } else {
        other(path, name);
      }
    }
    parameters(paths);
  }

  private void caseFile(String path, String name) {
    String stem = name.replaceFirst("\\.(yaml|csv)$", "");
    if (name.equals(stem)) {
      findings.warn(
          "unknown-file",
          Place.of(path),
          name,
          "",
          "is no case file, and is not read: cases are .yaml files, or tables (.csv, .xlsx)");
    } else if (!stem.equals(BASES) && !file.cases().contains(stem)) {
      findings.warn(
          "unlisted-cases",
          Place.of(path),
          stem,
          "",
          "is not under 'cases:' in " + id + "/protocol.yaml, so none of its cases is run: add it");
    }
  }

  private void other(String path, String name) {
    if (KNOWN.contains(name)
        || name.endsWith(".md")
        || name.matches("texts_[A-Za-z-]+\\.properties")) {
      return;
    }
    String stem = name.replaceFirst("\\.csv$", "");
    if (!name.equals(stem) && file.charts().contains(stem)) {
      return;
    }
    if (Places.isChart(findings.places().table(path))) {
      findings.warn(
          "unlisted-chart",
          Place.of(path),
          stem,
          NearestId.of(stem, file.charts()).orElse(""),
          "is not under 'charts:' in "
              + id
              + "/protocol.yaml, so none of its rows applies: add it");
      return;
    }
    List<String> wanted = new ArrayList<>(KNOWN);
    file.charts().forEach(chart -> wanted.add(chart + ".csv"));
    String near = NearestId.of(name, wanted).orElse("");
    boolean spelling = near.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
    findings.error(
        "unknown-file",
        Place.of(path),
        name,
        near,
        "is no file of a protocol, and is not read"
            + (near.isEmpty() ? "" : ", perhaps '" + near + "'")
            + (spelling ? ": capitals count in a file's name" : ": rename or remove it"));
  }

  private void parameters(List<String> paths) {
    StringBuilder all = new StringBuilder();
    for (String path : paths) {
      if (!path.endsWith("/protocol.yaml")
          && !path.contains("/" + CASES)
          && !path.endsWith(".md")) {
        all.append(findings.places().text(path)).append('\n');
      }
    }
    for (String path : files.list("doses/")) {
      all.append(findings.places().text(path)).append('\n');
    }
    all.append(findings.places().text("selection.csv"))
        .append(findings.places().text("treatments.csv"));
    String text = all.toString();
    for (String parameter : file.parameters().keySet()) {
      if (!text.contains(parameter) && !OF_THE_ENGINE.contains(parameter)) {
        findings.warn(
            "unused-parameter",
            findings.places().of(id + "/protocol.yaml:parameters:" + parameter, ""),
            parameter,
            "",
            "no rule of the protocol reads the parameter '"
                + parameter
                + "': remove it, or use it");
      }
    }
  }
}
