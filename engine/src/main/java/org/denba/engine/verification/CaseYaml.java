package org.denba.engine.verification;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.denba.engine.rules.RuleFileException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the YAML of a case file down to its first keys. */
final class CaseYaml {

  private static final Set<String> KEYS = new TreeSet<>(Set.of("base", "cases", "protocol"));

  private CaseYaml() {}

  /**
   * The entries of a case file.
   *
   * @throws RuleFileException when it is not YAML, or has a key that no case file has
   */
  static Map<String, CaseValue> read(String path, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      CaseValue root = new CaseValue(path, new Yaml(new SafeConstructor(options)).load(text));
      Map<String, CaseValue> entries = root.entries();
      entries.forEach((key, value) -> CaseWords.known(value, key, KEYS, "key of a case file"));
      return entries;
    } catch (YAMLException e) {
      throw new RuleFileException(path, "is not YAML: " + e.getMessage(), e);
    }
  }
}
