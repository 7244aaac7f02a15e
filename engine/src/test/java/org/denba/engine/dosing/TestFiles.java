package org.denba.engine.dosing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFiles;

/** Rule files for tests: the built-in ones with some replaced. */
record TestFiles(Map<String, String> replaced) implements RuleFiles {

  static TestFiles builtIn() {
    return new TestFiles(Map.of());
  }

  TestFiles with(String path, String text) {
    Map<String, String> more = new HashMap<>(replaced);
    more.put(path, text);
    return new TestFiles(more);
  }

  /** The built-in file with a piece of its text replaced; the piece must be there. */
  TestFiles change(String path, String piece, String by) {
    String text = read(path);
    if (!text.contains(piece)) {
      throw new AssertionError(path + " does not contain " + piece);
    }
    return with(path, text.replace(piece, by));
  }

  @Override
  public Optional<String> find(String path) {
    String text = replaced.get(path);
    return text != null ? Optional.of(text) : ClassPathRuleFiles.builtIn().find(path);
  }
}
