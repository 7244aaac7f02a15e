package org.denba.engine.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder that is filled beside its place and then put there as a whole, so that nobody ever reads
 * half of it; what stood there before is kept.
 *
 * @param target the place
 * @param filled whether something stands there
 */
record NewFolder(Path target, boolean filled) {

  /**
   * @param force whether what stands there may be moved aside
   * @throws RuleFileException when the place is a file, or not empty and force is not given
   */
  static NewFolder at(Path folder, boolean force) {
    Path target = folder.toAbsolutePath().normalize();
    if (target.getParent() == null || Files.exists(target) && !Files.isDirectory(target)) {
      throw new RuleFileException(folder.toString(), "is no folder to write to: name another");
    }
    NewFolder place = new NewFolder(target, isFilled(target));
    if (place.filled && !force) {
      throw new RuleFileException(
          folder.toString(),
          "is not empty: name a new folder, or add --force, which moves what is there to "
              + place.aside().getFileName());
    }
    return place;
  }

  /** Makes the folder beside the place. */
  Path open() throws IOException {
    Files.createDirectories(target.getParent());
    return Files.createDirectory(
        target.resolveSibling("." + target.getFileName() + "-" + UUID.randomUUID()));
  }

  /**
   * Puts the folder in its place.
   *
   * @return where what stood there is now, or null
   */
  Path close(Path beside) throws IOException {
    if (!filled) {
      Files.deleteIfExists(target);
      Files.move(beside, target);
      return null;
    }
    Path before = aside();
    Files.move(target, before);
    try {
      Files.move(beside, target);
    } catch (IOException e) {
      Files.move(before, target);
      throw e;
    }
    return before;
  }

  /** {@code rules-before}, or the first of {@code rules-before-2} … that is free. */
  private Path aside() {
    Path aside = target.resolveSibling(target.getFileName() + "-before");
    for (int number = 2; Files.exists(aside); number++) {
      aside = target.resolveSibling(target.getFileName() + "-before-" + number);
    }
    return aside;
  }

  private static boolean isFilled(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isPresent();
    } catch (IOException e) {
      throw new RuleFileException(folder.toString(), "cannot be listed: check your rights", e);
    }
  }

  /** Deletes a folder with everything in it, if it is there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
