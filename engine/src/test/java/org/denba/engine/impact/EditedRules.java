package org.denba.engine.impact;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.TriageEngine;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.EngineOptions;

/** Rules with what an author changed. */
record EditedRules(RuleFiles before, Map<String, String> changed) implements RuleFiles {

  static final LocalDate DAY = LocalDate.of(2026, 8, 20);
  static final RuleFiles BUILT_IN = ClassPathRuleFiles.builtIn();

  /** The built-in rules as they are. */
  static EditedRules none() {
    return of(BUILT_IN);
  }

  /** These rules as they are. */
  static EditedRules of(RuleFiles before) {
    return new EditedRules(before, Map.of());
  }

  /** The same with a piece of one file replaced; the piece must be there. */
  EditedRules replacing(String path, String piece, String by) {
    String text = read(path);
    if (!text.contains(piece)) {
      throw new IllegalArgumentException(path + " does not hold '" + piece + "'");
    }
    Map<String, String> files = new LinkedHashMap<>(changed);
    files.put(path, text.replace(piece, by));
    return new EditedRules(before, files);
  }

  /** The same without the lines that begin with this. */
  EditedRules without(String path, String start) {
    String kept =
        read(path)
            .lines()
            .filter(line -> !line.startsWith(start))
            .collect(java.util.stream.Collectors.joining("\n", "", "\n"));
    Map<String, String> files = new LinkedHashMap<>(changed);
    files.put(path, kept);
    return new EditedRules(before, files);
  }

  TriageEngine load() {
    return TriageEngine.load(this, EngineOptions.defaults(() -> DAY));
  }

  @Override
  public Optional<String> find(String path) {
    String edited = changed.get(path);
    return edited == null ? before.find(path) : Optional.of(edited);
  }

  @Override
  public List<String> list(String folder) {
    return before.list(folder);
  }
}
