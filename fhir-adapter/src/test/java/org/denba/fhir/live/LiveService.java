package org.denba.fhir.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.denba.fhir.ServiceTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service with an overlay, so that there are districts, and with a decision log of its own. */
public abstract class LiveService extends ServiceTest {

  private static final Path FOLDER = folder();
  private static final Path EXAMPLES = Path.of("..", "examples", "cases");

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("denba.overlay", () -> "mali");
    settings.add("denba.decision-log", () -> log().toString());
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("denba-live");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The decision log of the service. */
  protected static Path log() {
    Path log = FOLDER.resolve("decisions.ndjson");
    log.toFile().deleteOnExit();
    return log;
  }

  /** The requests of the examples, in JSON and FHIR. */
  protected static List<Path> examples() {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.filter(file -> !file.toString().contains(".answer.")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
