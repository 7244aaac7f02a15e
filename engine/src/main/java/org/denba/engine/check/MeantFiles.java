package org.denba.engine.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.rules.RuleFiles;

/**
 * Rule files as they were meant: where one was saved otherwise than rules are, its mended text.
 *
 * @param files the files as they are
 * @param mended mended texts by path
 */
record MeantFiles(RuleFiles files, Map<String, String> mended) implements RuleFiles {

  @Override
  public Optional<String> find(String path) {
    String text = mended.get(path);
    return text == null ? files.find(path) : Optional.of(text);
  }

  @Override
  public List<String> list(String folder) {
    return files.list(folder);
  }

  @Override
  public Optional<byte[]> bytes(String path) {
    return files.bytes(path);
  }

  @Override
  public Optional<Layer> over(String path) {
    return files.over(path);
  }
}
