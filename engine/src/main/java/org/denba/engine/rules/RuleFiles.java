package org.denba.engine.rules;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
   * The file as it lies there, byte order mark and all, for those who tell how it was saved.
   *
   * @return its bytes, or empty when there is no such file
   * @throws RuleFileException when the file is there but cannot be read
   */
  default Optional<byte[]> bytes(String path) {
    return find(path).map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

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

  /**
   * The paths of all files below a folder, in alphabetical order; none where they cannot be listed.
   *
   * @param folder with a slash at its end, or empty for all files
   */
  default List<String> list(String folder) {
    return List.of();
  }

  /**
   * What an overlay lays over a file, row by row or key by key; {@link #find} gives the file below
   * it.
   */
  default Optional<Layer> over(String path) {
    return Optional.empty();
  }

  /**
   * Lines that replace those of the same row or key in the file below.
   *
   * @param path where they stand, for complaints
   * @param text the file
   */
  record Layer(String path, String text) {}
}
