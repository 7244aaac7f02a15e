package org.denba.fhir.activation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * A copy of all rule files in a folder of its own, so that what an author writes while the files
 * are read changes nothing, and their digest.
 */
final class Snapshot {

  private static final int MOST_FILES = 5_000;
  private static final long MOST_BYTES = 64L << 20;

  private Snapshot() {}

  /**
   * Copies the rules.
   *
   * @param folder the folder of an author, or null for the built-in rules
   * @param to the folder to fill, which is there and empty
   * @throws RuleFileException when a file cannot be copied, or there are too many
   */
  static void copy(Path folder, Path to) {
    try {
      if (folder == null) {
        builtIn(to);
      } else {
        folder(folder, to);
      }
    } catch (IOException e) {
      throw new RuleFileException(
          folder == null ? "the built-in rules" : folder.toString(),
          "cannot be copied: check that every file may be read and that the disk has room",
          e);
    }
  }

  private static void builtIn(Path to) throws IOException {
    RuleFiles files = ClassPathRuleFiles.builtIn();
    for (String path : files.list("")) {
      Path target = to.resolve(path);
      Files.createDirectories(target.getParent());
      Files.writeString(target, files.read(path));
    }
  }

  private static void folder(Path folder, Path to) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new RuleFileException(
          folder.toString(), "there is no such folder: set denba.rules to a folder of rule files");
    }
    List<Path> files = files(folder);
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    if (files.size() > MOST_FILES || bytes > MOST_BYTES) {
      throw new RuleFileException(
          folder.toString(),
          "holds "
              + files.size()
              + " files of "
              + (bytes >> 20)
              + " MB: rules are much smaller; set denba.rules to the folder of the rules alone");
    }
    for (Path file : files) {
      Path target = to.resolve(folder.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.write(target, Files.readAllBytes(file));
    }
  }

  /** The rule files of a folder in the order of their paths; what editors leave behind is none. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !hidden(folder.relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean hidden(Path path) {
    for (Path part : path) {
      String name = part.toString();
      if (name.startsWith(".") || name.endsWith("~") || name.endsWith(".tmp")) {
        return true;
      }
    }
    return false;
  }

  /**
   * The digest of all files of a folder, their paths, and the overlay that is laid over them.
   *
   * @param overlay the overlay's id, or null
   * @return {@code sha256:} and 64 hexadecimal digits
   */
  static String digest(Path folder, String overlay) throws IOException {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update((overlay == null ? "" : overlay).getBytes(StandardCharsets.UTF_8));
      for (Path file : files(folder)) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        sha.update((byte) 0);
        sha.update(path.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
      return "sha256:" + HexFormat.of().formatHex(sha.digest()).toLowerCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
