package org.denba.engine.rules;

import java.util.Optional;

/**
 * Where rule files are read from: the class path (the built-in rules) or a folder that an author
 * edits. Paths are relative to the rules root and use forward slashes ({@code
 * imci-child/protocol.yaml}). Texts are UTF-8; a byte order mark is dropped.
 */
public interface RuleFiles {

  /**
   * @return the text of the file, or empty when there is no such file
   * @throws RuleFileException when the file is there but cannot be read
   */
  Optional<String> find(String path);

  /**
   * @return the text of the file
   * @throws RuleFileException when there is no such file or it cannot be read; the message names
   *     the file
   */
  default String read(String path) {
    return find(path)
        .orElseThrow(
            () ->
                new RuleFileException(
                    path, "the file is missing: add it, or remove the line that names it"));
  }
}
