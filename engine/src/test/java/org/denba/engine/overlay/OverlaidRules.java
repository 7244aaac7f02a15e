package org.denba.engine.overlay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.TriageEngine;
import org.denba.engine.rules.FewProtocols;
import org.denba.engine.rules.FolderRuleFiles;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.EngineOptions;

/**
 * The built-in sick child protocol with the overlay of a country that does not exist. A test
 * changes one file of it and loads it.
 */
public record OverlaidRules(Map<String, String> changed) implements RuleFiles {

  public static final String HIGHLAND = "overlays/highland/";
  public static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static final RuleFiles BELOW = FewProtocols.of("imci-child");
  private static final RuleFiles COUNTRY =
      new FolderRuleFiles(Path.of("src/test/resources/org/denba/engine/overlay"));

  static final OverlaidRules GOOD = good();

  /** The overlay as it is read without complaint. */
  public static OverlaidRules good() {
    return new OverlaidRules(Map.of());
  }

  /** The same with one file added, or put in place of another. */
  OverlaidRules with(String path, String text) {
    Map<String, String> files = new LinkedHashMap<>(changed);
    files.put(path, text);
    return new OverlaidRules(files);
  }

  /** The same with a piece of one file replaced; the piece must be there. */
  OverlaidRules replacing(String path, String piece, String by) {
    String before = read(path);
    if (!before.contains(piece)) {
      throw new IllegalArgumentException(path + " does not hold '" + piece + "'");
    }
    return with(path, before.replace(piece, by));
  }

  public TriageEngine load() {
    return load(options());
  }

  TriageEngine load(EngineOptions options) {
    return TriageEngine.load(this, options);
  }

  /** These cannot be loaded, and the message holds all of this. */
  static void refused(OverlaidRules files, String... message) {
    assertThatThrownBy(files::load)
        .isInstanceOf(RuleFileException.class)
        .hasMessageContainingAll(message);
  }

  static EngineOptions options() {
    return EngineOptions.defaults(() -> DAY).with("highland", null);
  }

  @Override
  public Optional<String> find(String path) {
    if (changed.containsKey(path)) {
      return Optional.of(changed.get(path));
    }
    return path.startsWith(OverlayFiles.FOLDER) ? COUNTRY.find(path) : BELOW.find(path);
  }

  @Override
  public List<String> list(String folder) {
    List<String> paths = new ArrayList<>();
    BELOW.list(folder).stream()
        .filter(path -> !path.startsWith(OverlayFiles.FOLDER))
        .forEach(paths::add);
    paths.addAll(COUNTRY.list(folder));
    changed.keySet().stream()
        .filter(path -> path.startsWith(folder) && !paths.contains(path))
        .forEach(paths::add);
    return paths.stream().sorted().toList();
  }
}
