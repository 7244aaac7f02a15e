package org.denba.fhir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.denba.fhir.activation.RunningDenba;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that writes rules to a folder, from which the same answers come. */
class ExportCommandTest {

  private static final String REQUEST =
      """
      {"date": "2026-11-22", "protocol": "postnatal-newborn", "patient": {"ageDays": 3},
       "findings": {"convulsing": true, "respiratory-rate": 64}}
      """;

  @TempDir private Path temporary;

  private final Typed command = new Typed();

  @Test
  void writesFilesFromWhichTheSameAnswerComes() throws IOException {
    String source = RunningDenba.rules(temporary.resolve("source"), "postnatal-newborn").toString();
    String rules = temporary.resolve("rules").toString();
    String request = Files.writeString(temporary.resolve("request.json"), REQUEST).toString();

    assertThat(command.run("export", rules, "--rules", source, "--format", "xlsx")).isZero();
    assertThat(command.out())
        .contains("files to " + rules, " as workbooks", "check " + rules)
        .contains("serve --denba.rules=" + rules);
    assertThat(temporary.resolve("rules/postnatal-newborn/nbd-infection.xlsx")).exists();
    assertThat(temporary.resolve("rules/dictionary/codes.xlsx")).exists();

    assertThat(command.run("triage", "--json", "--rules", source, request)).isZero();
    String asText = command.out();
    assertThat(command.run("triage", "--json", "--rules", rules, request)).isZero();
    assertThat(command.out()).isEqualTo(asText).contains("sha256:");
  }

  @Test
  void writesOneCountryOnly() throws IOException {
    Path first = temporary.resolve("first");
    assertThat(command.run("export", first.toString())).isZero();
    assertThat(first.resolve("imci-child/fever.csv")).exists();
    Files.createDirectories(first.resolve("overlays/other"));
    Files.writeString(first.resolve("overlays/other/overlay.yaml"), "id: other");
    String second = temporary.resolve("second").toString();

    assertThat(command.run("export", second, "--rules", first.toString(), "--overlay", "mali"))
        .isZero();
    assertThat(temporary.resolve("second/overlays/mali/overlay.yaml")).exists();
    assertThat(temporary.resolve("second/overlays/other")).doesNotExist();

    assertThat(command.run("export", temporary.resolve("third").toString(), "--overlay", "maly"))
        .isEqualTo(1);
    assertThat(command.err()).contains("no such overlay, perhaps 'mali'");
  }

  @Test
  void touchesNothingWithoutForce() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("rules"));
    Files.writeString(folder.resolve("mine.txt"), "mine");

    assertThat(command.run("export", folder.toString())).isEqualTo(1);
    assertThat(command.err()).contains("is not empty").contains("--force");
    assertThat(folder.resolve("rules.yaml")).doesNotExist();

    assertThat(command.run("export", folder.toString(), "--force")).isZero();
    assertThat(command.out()).contains("what stood there is now in " + folder + "-before");
    assertThat(temporary.resolve("rules-before/mine.txt")).hasContent("mine");
  }

  @Test
  void isUsedWronglyWithExitCodeTwo() {
    assertThat(command.run("export")).isEqualTo(2);
    assertThat(command.run("export", temporary.resolve("x").toString(), "--format", "ods"))
        .isEqualTo(2);
    assertThat(command.err()).contains("'ods' is no format: write csv or xlsx");
    assertThat(command.run("export", "--help")).isZero();
  }
}
