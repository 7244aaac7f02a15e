package org.denba.fhir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code check} tells people and programs the same, and its exit code says whether all is well. */
class CheckCommandTest {

  private static final String GUARDS = "imci-child/guards.csv";

  @TempDir private Path above;

  private Path folder;
  private final Typed typed = new Typed();

  @BeforeEach
  void copyTheRules() throws IOException {
    folder = CopiedRules.in(above.resolve("rules"));
  }

  @Test
  void aCleanFolderHasExitCodeZero() {
    assertThat(check("--no-cases", folder.toString())).isZero();
    assertThat(typed.out()).startsWith("0 mistakes, 0 warnings in ").endsWith("; no case run\n");
  }

  @Test
  void aMistakeIsToldInTextJsonAndSarif() throws IOException {
    edit(GUARDS, "yes(fever)", "yes(fevre)");

    assertThat(check("--no-cases", folder.toString())).isEqualTo(1);
    assertThat(typed.out())
        .contains("  imci-child/guards.csv:2:B (asked-when): 'fevre' is no data element")
        .contains("3 mistakes, 0 warnings");

    JsonNode json = parsed("json").at("/mistakes/0");
    assertThat(json.path("code").asString()).isEqualTo("unknown-element");
    assertThat(json.path("cell").asString()).isEqualTo("B2");
    assertThat(json.path("nearest").asString()).isEqualTo("fever");

    JsonNode result = parsed("sarif").at("/runs/0/results/0");
    assertThat(result.path("level").asString()).isEqualTo("error");
    assertThat(
            result.at("/locations/0/physicalLocation/artifactLocation/uri").asString()
                + ":"
                + result.at("/locations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo("imci-child/guards.csv:2");
  }

  @Test
  void aWarningIsAMistakeOnlyWhereAskedFor() throws IOException {
    Files.writeString(
        folder.resolve(GUARDS), Files.readString(folder.resolve(GUARDS)).replace("\n", "\r\n"));

    assertThat(check("--no-cases", folder.toString())).isZero();
    assertThat(check("--no-cases", "--warnings-as-errors", folder.toString())).isEqualTo(1);
  }

  @Test
  void fixMendsHowAFileWasSavedAndKeepsItAsItWas() throws IOException {
    String before = Files.readString(folder.resolve(GUARDS));
    Files.writeString(folder.resolve(GUARDS), "\uFEFF" + before);

    assertThat(check("--no-cases", "--fix", "--warnings-as-errors", folder.toString())).isZero();
    assertThat(Files.readString(folder.resolve(GUARDS))).isEqualTo(before);
    assertThat(Files.readString(above.resolve("rules.bak").resolve(GUARDS)))
        .isEqualTo("\uFEFF" + before);
    assertThat(typed.err()).contains("mended ");
  }

  @Test
  void aFolderThatIsNotThereIsAMistakeOfTheCommandLine() {
    assertThat(check(above.resolve("none").toString())).isEqualTo(2);
    assertThat(typed.err()).contains("is no folder");
  }

  private void edit(String path, String piece, String by) throws IOException {
    Path file = folder.resolve(path);
    Files.writeString(file, Files.readString(file).replace(piece, by));
  }

  private JsonNode parsed(String format) {
    assertThat(check("--no-cases", "--format", format, folder.toString())).isEqualTo(1);
    return JsonMapper.builder().build().readTree(typed.out());
  }

  private int check(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "check";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return typed.run(all);
  }
}
