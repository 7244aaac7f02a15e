package org.denba.fhir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.denba.fhir.activation.RunningDenba;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code versions}, {@code rollback} and {@code approve} say. */
class VersionsCommandsTest {

  private static final String NEWBORN = "postnatal-newborn";

  @TempDir private Path home;
  private final Typed typed = new Typed();

  private int run(String... arguments) {
    return typed.run(arguments);
  }

  @Test
  void theyTellWhatBecameOfAFolderOfVersions() throws Exception {
    Path rules = RunningDenba.rules(home.resolve("rules"), NEWBORN);
    String folder = home.resolve("versions").toString();
    try (RunningDenba denba =
        RunningDenba.start("--denba.rules=" + rules, "--denba.versions=" + folder)) {
      RunningDenba.edit(
          rules, NEWBORN + "/texts_en.properties", "label=Severe jaundice", "label=Very yellow");
      assertThat(denba.activate("").path("version").asInt()).isEqualTo(2);

      // a service that runs keeps its folder to itself; looking is free
      assertThat(run("versions", folder)).isZero();
      assertThat(rollback(folder, "1")).isEqualTo(1);
      assertThat(typed.err().strip())
          .isEqualTo(
              folder
                  + ": a service that runs works with this folder of versions: stop the service"
                  + " first; or change the rules of the service that runs, with POST"
                  + " /protocols/rollback or POST /protocols/approvals");
      assertThat(approve(folder, "NBD-8")).isEqualTo(1);
    }

    assertThat(rollback(folder, "1")).isZero();
    assertThat(typed.out().strip())
        .isEqualTo("version 1 is active: it answers from the next start of the service on");
    assertThat(run("versions", folder)).isZero();
    List<String> lines = typed.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).matches("  2  \\S+Z  sha256:[0-9a-f]{12}  Awa: a test");
    assertThat(lines.get(1)).matches("\\* 1  \\S+Z  sha256:[0-9a-f]{12}  Denba: the first start");

    assertThat(rollback(folder, "7")).isEqualTo(1);
    assertThat(typed.err().strip())
        .isEqualTo(folder + ": there is no version '7': see the command versions");
    assertThat(approve(folder, "NBD-8,NBD-15")).isZero();
    assertThat(typed.out())
        .startsWith(NEWBORN + ": draft")
        .contains("still a draft: ")
        .doesNotContain("NBD-15");
    assertThat(approve(folder, "NBD-88")).isEqualTo(1);
    assertThat(typed.err()).contains("'NBD-88' is no row of postnatal-newborn", "NBD-8");
    assertThat(run("versions", home.toString())).isEqualTo(1);
    assertThat(typed.err())
        .contains("there is no history.yaml", "name the folder that the service has");
    aSecondProcessIsRefused(folder);
  }

  private int rollback(String folder, String version) {
    return run("rollback", folder, version, "--author", "Awa", "--reason", "a better word");
  }

  private int approve(String folder, String rows) {
    return run(
        "approve",
        folder,
        "--protocol",
        NEWBORN,
        "--rows",
        rows,
        "--name",
        "Dr Traoré",
        "--role",
        "doctor",
        "--date",
        "2026-11-20");
  }

  /** Another program of the operating system, not another thread of this one. */
  private void aSecondProcessIsRefused(String folder) throws IOException, InterruptedException {
    Path said = home.resolve("said");
    try (FileChannel channel =
        FileChannel.open(Path.of(folder, ".lock"), StandardOpenOption.WRITE)) {
      channel.lock();
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  "org.denba.fhir.DenbaApplication",
                  "rollback",
                  folder,
                  "2",
                  "--author",
                  "Awa",
                  "--reason",
                  "again")
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isEqualTo(1);
    }
    assertThat(Files.readString(said, StandardCharsets.UTF_8))
        .contains("a service that runs works with this folder")
        .doesNotContain("at org.denba");
  }
}
