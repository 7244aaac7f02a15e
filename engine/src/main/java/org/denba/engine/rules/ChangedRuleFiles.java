package org.denba.engine.rules;

import java.util.List;
import java.util.Optional;

/**
 * Rule files of which one has another text.
 *
 * @param files the others
 * @param path the file that is changed
 * @param text what it says instead
 */
public record ChangedRuleFiles(RuleFiles files, String path, String text) implements RuleFiles {

  @Override
  public Optional<String> find(String wanted) {
    return wanted.equals(path) ? Optional.of(text) : files.find(wanted);
  }

  @Override
  public List<String> list(String folder) {
    return files.list(folder);
  }

  @Override
  public Optional<Layer> over(String wanted) {
    return files.over(wanted);
  }
}
