package org.denba.engine.rules;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Where rule files are read from: the class path (the built-in rules) or a folder that an author
 * edits. Paths are relative to the rules root and use forward slashes ({@code
 * imci-child/protocol.yaml}). Texts are UTF-8; a byte order mark is dropped. A table ({@code
 * fever.csv}) may lie there as a workbook ({@code fever.xlsx}); it is read by the name of the
 * table, as the CSV that it would be.
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

  /**
   * The paths of all files below a folder, in alphabetical order; none where they cannot be listed.
   *
   * @param folder with a slash at its end, or empty for all files
   */
  default List<String> list(String folder) {
    return List.of();
  }

  /**
   * The bytes of a file as it lies there, byte order mark and all, a workbook by its own name
   * ({@code fever.xlsx}).
   *
   * @return its bytes, or empty when there is no such file
   * @throws RuleFileException when the file is there but cannot be read
   */
  default Optional<byte[]> bytes(String path) {
    return find(path).map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The workbook that a table lies in, for those who tell of its sheet and cells; empty where it is
   * a text file or there is none.
   *
   * @param path the path of the table ({@code imci-child/fever.csv})
   * @throws RuleFileException when the workbook cannot be read at all
   */
  default Optional<ChartWorkbook> workbook(String path) {
    return TextFile.workbookAt(path, this::bytes);
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
