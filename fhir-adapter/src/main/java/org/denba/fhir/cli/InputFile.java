package org.denba.fhir.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import org.denba.fhir.json.StrictJson;
import org.denba.fhir.problem.UnreadableBodyException;
import tools.jackson.databind.JsonNode;

/**
 * What {@code triage} was given.
 *
 * @param content its bytes
 * @param kind what they are
 * @param json the parsed content when it is a triage request, else null
 */
record InputFile(byte[] content, Kind kind, JsonNode json) {

  private static final int LARGEST = 64 << 20;

  /** The forms in which an encounter can be given. */
  enum Kind {
    TRIAGE_JSON,
    FHIR_JSON,
    FHIR_XML
  }

  /**
   * Reads a file, or standard input for {@code -}, and finds out what it is by its content.
   *
   * @param unusable makes the exception for a file that cannot be read
   * @throws UnreadableBodyException when it is neither JSON nor XML
   */
  static InputFile read(String name, InputStream in, Function<String, RuntimeException> unusable) {
    byte[] content = bytes(name, in, unusable);
    if (firstCharacter(content) == '<') {
      return new InputFile(content, Kind.FHIR_XML, null);
    }
    // FHIR resources nest deeper and hold more than a triage request: their own parser has the last
    // word on them.
    if (new String(content, StandardCharsets.UTF_8).contains("\"resourceType\"")) {
      return new InputFile(content, Kind.FHIR_JSON, null);
    }
    return new InputFile(content, Kind.TRIAGE_JSON, new StrictJson().parse(content));
  }

  private static byte[] bytes(
      String name, InputStream in, Function<String, RuntimeException> unusable) {
    try {
      if (name.equals("-")) {
        return limited(in, unusable);
      }
      try (InputStream file = Files.newInputStream(Path.of(name))) {
        return limited(file, unusable);
      }
    } catch (IOException | InvalidPathException e) {
      throw unusable.apply(
          "cannot read '" + Printable.text(name) + "': check the name and that it may be read");
    }
  }

  private static byte[] limited(InputStream in, Function<String, RuntimeException> unusable)
      throws IOException {
    byte[] content = in.readNBytes(LARGEST + 1);
    if (content.length > LARGEST) {
      throw unusable.apply("the file is larger than " + LARGEST + " bytes: send one encounter");
    }
    return content;
  }

  private static int firstCharacter(byte[] content) {
    String start = new String(content, 0, Math.min(content.length, 1_000), StandardCharsets.UTF_8);
    return start
        .codePoints()
        .filter(c -> c != '\uFEFF' && !Character.isWhitespace(c))
        .findFirst()
        .orElse(-1);
  }
}
