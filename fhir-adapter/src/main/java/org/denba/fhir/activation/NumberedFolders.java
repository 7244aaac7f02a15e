package org.denba.fhir.activation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders whose names are numbers of four digits or more, counted from 1.
 *
 * @param root the folder in which they are; it need not be there yet
 */
record NumberedFolders(Path root) {

  /**
   * The numbers that there are, the smallest first.
   *
   * @throws UncheckedIOException when the folder cannot be listed
   */
  List<Integer> numbers() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.matches("\\d{4,9}"))
          .map(Integer::valueOf)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + root + " cannot be listed", e);
    }
  }

  /** The number after the largest. */
  int next() {
    List<Integer> numbers = numbers();
    return numbers.isEmpty() ? 1 : numbers.get(numbers.size() - 1) + 1;
  }

  /** How the folder of a number is called. */
  static String name(int number) {
    return String.format("%04d", number);
  }

  Path folder(int number) {
    return root.resolve(name(number));
  }
}
