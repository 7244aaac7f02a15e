package org.denba.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide for protocol authors, followed word by word; the screen shows what it says. */
class GuideTest {

  private static final String FILE = "../rules/README.md";

  @TempDir Path folder;

  static List<Guide> walkthroughs() {
    return Guide.in(ExampleFiles.read(FILE));
  }

  @Test
  void hasFiveWalkthroughsAndMore() {
    assertThat(walkthroughs())
        .extracting(Guide::title)
        .contains(
            "Change a threshold",
            "Add a sign",
            "Add a row",
            "Add a language",
            "Adapt to a country");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("walkthroughs")
  void worksWordByWord(Guide guide) throws IOException {
    Author author = new Author(folder);
    for (Guide.Step step : guide.steps()) {
      if (step instanceof Guide.Command command) {
        author.types(command);
      } else if (step instanceof Guide.Cell cell) {
        author.edits(cell);
      } else if (step instanceof Guide.Insert insert) {
        author.edits(insert);
      } else if (step instanceof Guide.Replace words) {
        author.edits(words);
      } else if (step instanceof Guide.Lines lines) {
        author.edits(lines);
      }
    }
    assertThat(Files.list(folder)).isNotEmpty();
  }
}
