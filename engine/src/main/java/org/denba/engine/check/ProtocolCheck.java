package org.denba.engine.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.proof.ProofExceptions;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.ProtocolReader;
import org.denba.engine.rules.Problem;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RecordedRuleFiles;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.text.Texts;
import org.denba.engine.triage.TextCheck;
import org.denba.engine.verification.CaseFiles;
import org.denba.engine.verification.CaseWords;

/** Reads one protocol by itself, so that what is wrong with it hides nothing in another. */
final class ProtocolCheck {

  private static final String SHARED_TEXTS = "texts";

  private final SharedRules shared;
  private final String id;
  private final ProtocolReader reader;
  private final Texts texts;
  private final ProblemList problems = new ProblemList();
  private final Protocol protocol;

  /**
   * @param files the rule files, perhaps with an overlay
   */
  ProtocolCheck(RuleFiles files, SharedRules shared, String id) {
    this.shared = shared;
    this.id = id;
    RecordedRuleFiles own = new RecordedRuleFiles(files);
    texts = Texts.load(own, shared.rules().languages(), problems, SHARED_TEXTS, id);
    reader = new ProtocolReader(own, shared.files(), shared.dictionary(), shared.treatments());
    protocol = reader.readIfGood(id);
    reader.problems().forEach(problem -> problems.add(problem.where(), problem.says()));
    if (protocol == null) {
      texts.check().forEach(problem -> problems.add(problem.where(), problem.says()));
    } else {
      problems.collect(() -> new TextCheck(protocol, texts).check());
      problems.collect(() -> ProofExceptions.read(files, protocol));
      doseParameters();
    }
  }

  /** A dose table asks for parameters of the protocol that gives it. */
  private void doseParameters() {
    if (shared.doses() == null) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (ActionRule action : protocol.actions()) {
      if (!shared.doses().has(action.action()) || !seen.add(action.action())) {
        continue;
      }
      for (String parameter : shared.doses().parametersUsed(action.action())) {
        if (protocol.parameter(parameter).isEmpty()) {
          problems.add(
              "doses/" + action.action() + ".csv",
              "'"
                  + parameter
                  + "' is no parameter of "
                  + id
                  + ", which gives this treatment: declare it in "
                  + id
                  + "/protocol.yaml, or correct its name");
        }
      }
    }
  }

  /** Everything that is wrong, consequences of it among them. */
  List<Problem> problems() {
    return problems.found();
  }

  /**
   * Tells what is wrong with the protocol and its cases.
   *
   * @param rowsOfAll as {@link #words} takes them
   */
  void tell(RuleFiles files, CheckOptions options, Set<String> rowsOfAll, Findings findings) {
    findings.spoil(spoiltParameters());
    findings.spoilRows(spoiltRows(files));
    findings.tell(problems.found());
    if (reader.file() != null) {
      shared.parameters().putAll(reader.file().parameters());
      new FolderCheck(files, id, reader.file(), findings).check();
      findings.collect(() -> CaseFiles.check(files, id, words(rowsOfAll), options.day()));
    }
    if (protocol != null) {
      new LineCheck(protocol, findings).check();
    }
  }

  /**
   * The words that the cases of this protocol may use.
   *
   * @param rowsOfAll the rows of all protocols; null where not all of them were read
   */
  CaseWords words(Set<String> rowsOfAll) {
    return new CaseWords(
        shared.dictionary(),
        reader.rowIds(),
        reader.file().parameters().keySet(),
        shared.treatments().keySet(),
        CaseWords.warnings(texts),
        rowsOfAll);
  }

  /**
   * The row ids of all protocols.
   *
   * @param read the protocols that were read
   * @param all what {@code rules.yaml} names
   * @return null where not all of them were read
   */
  static Set<String> rowsOfAll(Map<String, ProtocolCheck> read, Collection<String> all) {
    if (!all.stream().allMatch(named -> named.isEmpty() || read.containsKey(named))) {
      return null;
    }
    Set<String> rows = new HashSet<>();
    read.values().forEach(each -> rows.addAll(each.rowIds()));
    return rows;
  }

  /** What stands in charts, and lines of charts, that cannot be read. */
  private Set<String> spoiltRows(RuleFiles files) {
    Set<String> spoilt = new HashSet<>();
    Places places = new Places(files);
    for (String path : files.list(id + "/")) {
      List<List<String>> lines = places.table(path);
      if (Places.isChart(lines) && isNotRead(path)) {
        lines.forEach(spoilt::addAll);
      }
    }
    for (Problem problem : problems.found()) {
      List<List<String>> lines = places.table(problem.file());
      int row = places.of(problem.where(), problem.says()).row();
      if (Places.isChart(lines) && row > 0 && row <= lines.size()) {
        spoilt.addAll(lines.get(row - 1));
      }
    }
    return spoilt;
  }

  private Set<String> spoiltParameters() {
    Set<String> spoilt = new HashSet<>();
    for (Problem problem : problems.found()) {
      String[] keys = problem.where().split(":");
      if (keys.length == 3 && keys[1].equals("parameters")) {
        spoilt.add(keys[2]);
      }
    }
    return spoilt;
  }

  private boolean isNotRead(String path) {
    String chart = path.substring(id.length() + 1).replaceFirst("\\.csv$", "");
    return reader.unreadCharts().contains(chart)
        || reader.file() == null
        || !reader.file().charts().contains(chart);
  }

  /** The protocol, or null where something is wrong with it. */
  Protocol protocol() {
    return protocol;
  }

  Set<String> rowIds() {
    return reader.rowIds();
  }

  Texts texts() {
    return texts;
  }

  boolean hasFile() {
    return reader.file() != null;
  }
}
