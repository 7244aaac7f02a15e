package org.denba.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this module, as they lie in the source tree. */
final class ExampleFiles {

  /** Run with {@code -Ddenba.examples.write=true} to accept every answer as it is now. */
  static final boolean WRITE = Boolean.getBoolean("denba.examples.write");

  private static final String ANSWER = ".answer.";

  private ExampleFiles() {}

  /** A file by its name relative to the folder {@code examples}. */
  static Path path(String name) {
    Path here = Path.of("").toAbsolutePath();
    Path folder = Files.exists(here.resolve("cases")) ? here : here.resolve("examples");
    return folder.resolve(name);
  }

  static String read(String name) {
    try {
      return Files.readString(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(String name, String text) {
    try {
      Files.writeString(path(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The requests in {@code cases}, by name. */
  static List<String> cases() {
    try (Stream<Path> files = Files.list(path("cases"))) {
      return files
          .map(file -> "cases/" + file.getFileName())
          .filter(name -> !name.contains(ANSWER))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the answer to a request stands: {@code x.fhir.json} has {@code x.fhir.answer.json}. */
  static String answerTo(String request) {
    int type = request.lastIndexOf('.') + 1;
    return request.substring(0, type - 1) + ANSWER + request.substring(type);
  }
}
