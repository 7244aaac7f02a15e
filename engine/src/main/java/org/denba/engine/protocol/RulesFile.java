package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.List;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * What {@code rules.yaml} says of a set of rules.
 *
 * @param languages the languages that every text has; the first one is used where a client's is not
 *     among them
 * @param protocols the protocols that patients are triaged with
 * @param outOfScope what is left for a patient whom none of them covers
 * @param goTogether the action for two patients of one request (mother and newborn) of whom one is
 *     referred
 */
public record RulesFile(
    List<String> languages, List<String> protocols, String outOfScope, String goTogether) {

  public static final String FILE = "rules.yaml";

  private static final List<String> KEYS =
      List.of("languages", "protocols", "out-of-scope", "go-together");

  /**
   * @throws RuleFileException when the file is missing, not YAML, or an entry is not as wanted
   */
  public static RulesFile read(RuleFiles files) {
    ProblemList problems = new ProblemList();
    YamlMap yaml = YamlMap.parse(FILE, files.read(FILE));
    yaml.checkKeys(FILE, KEYS, problems);
    for (String list : List.of("languages", "protocols")) {
      if (problems.collect(() -> yaml.texts(list), List.of("")).isEmpty()) {
        problems.add(FILE + ":" + list, "names none: add at least one");
      }
    }
    for (String text : List.of("out-of-scope", "go-together")) {
      problems.collect(() -> yaml.text(text), "");
    }
    problems.throwIfAny(FILE);
    return new RulesFile(
        yaml.texts("languages"),
        yaml.texts("protocols"),
        yaml.text("out-of-scope"),
        yaml.text("go-together"));
  }

  /** Every folder that holds a protocol. */
  public List<String> all() {
    List<String> all = new ArrayList<>(protocols);
    all.add(outOfScope);
    return all;
  }
}
