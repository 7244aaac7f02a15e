package org.denba.engine.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rule files in a folder that an author edits; a file that is not in the folder is not there
 * (nothing is mixed in from the jar).
 */
public record FolderRuleFiles(Path root) implements RuleFiles {

  @Override
  public Optional<String> find(String path) {
    return TextFile.find(path, this::bytes);
  }

  @Override
  public Optional<byte[]> bytes(String path) {
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root.normalize())) {
      throw new RuleFileException(path, "lies outside the rules folder: use a path below it");
    }
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new RuleFileException(path, "cannot be read: check that the file may be read", e);
    }
  }

  @Override
  public List<String> list(String folder) {
    return list(root, folder);
  }

  /** The files below a folder of a root, by the paths from the root under which they are read. */
  static List<String> list(Path root, String folder) {
    Path start = root.resolve(folder).normalize();
    if (!start.startsWith(root.normalize()) || !Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(start)) {
      return TextFile.readable(
          files
              .filter(Files::isRegularFile)
              .map(file -> root.normalize().relativize(file).toString().replace('\\', '/'))
              .toList());
    } catch (IOException e) {
      throw new RuleFileException(folder, "cannot be listed: check that it may be read", e);
    }
  }
}
