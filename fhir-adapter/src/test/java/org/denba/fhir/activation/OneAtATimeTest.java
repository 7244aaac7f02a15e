package org.denba.fhir.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.denba.fhir.cli.CommandLineDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two who activate at once, the folder that activates itself, and the commands without a service.
 */
class OneAtATimeTest {

  private static final String TEXTS = "imci-child/texts_en.properties";
  private static final String ASKED = "{\"author\": \"Awa\", \"reason\": \"a test\"}";

  @TempDir private Path home;

  private RunningDenba start(String... more) throws IOException {
    RunningDenba.rules(home.resolve("rules"), "imci-child", "imci-young-infant");
    String[] settings = new String[more.length + 2];
    settings[0] = "--denba.rules=" + home.resolve("rules");
    settings[1] = "--denba.versions=" + home.resolve("versions");
    System.arraycopy(more, 0, settings, 2, more.length);
    return RunningDenba.start(settings);
  }

  @Test
  void theSecondOfTwoIsToldOfTheFirst() throws IOException {
    try (RunningDenba denba = start()) {
      rename("Pneumonia", "Lung infection");
      HttpResponse<String> first = denba.post(ActivationController.ACTIVATE, ASKED);
      HttpResponse<String> second = denba.post(ActivationController.ACTIVATE, ASKED);

      assertThat(first.statusCode()).isEqualTo(202);
      assertThat(second.statusCode()).isEqualTo(409);
      String id = RunningDenba.json(first).path("id").asString();
      assertThat(second.body()).contains(id);
      assertThat(first.headers().firstValue("Location").orElseThrow())
          .isEqualTo("/protocols/activations/" + id);
      assertThat(ended(denba, id).path("outcome").asString()).isEqualTo("active");
      assertThat(RunningDenba.json(denba.get(ActivationController.ACTIVATIONS))).hasSize(1);
    }
  }

  @Test
  void whatIsEditedInAWatchedFolderBecomesActive() throws Exception {
    try (RunningDenba denba = start("--denba.watch=true")) {
      rename("Pneumonia", "Lung infection");
      JsonNode activations = RunningDenba.json(denba.get(ActivationController.ACTIVATIONS));
      while (activations.isEmpty()) {
        Thread.sleep(100);
        activations = RunningDenba.json(denba.get(ActivationController.ACTIVATIONS));
      }
      JsonNode ended = ended(denba, activations.get(0).path("id").asString());
      assertThat(ended.path("author").asString()).isEqualTo("folder");
      assertThat(ended.path("outcome").asString()).isEqualTo("active");
      assertThat(RunningDenba.json(denba.get("/protocols/imci-child")).toString())
          .contains("Lung infection");
    }
  }

  @Test
  void theCommandsDoTheSameWhileTheServiceIsStopped() throws IOException {
    try (RunningDenba denba = start()) {
      rename("Pneumonia", "Lung infection");
      assertThat(denba.activate("").path("version").asInt()).isEqualTo(2);
    }
    String versions = home.resolve("versions").toString();
    assertThat(CommandLineDoor.run("versions", versions)).isZero();
    assertThat(
            CommandLineDoor.run(
                "rollback", versions, "1", "--author", "Awa", "--reason", "a better word"))
        .isZero();
    assertThat(
            CommandLineDoor.run(
                "rollback", versions, "7", "--author", "Awa", "--reason", "no such"))
        .isEqualTo(1);
    assertThat(
            CommandLineDoor.run(
                "approve",
                versions,
                "--protocol",
                "imci-child",
                "--rows",
                "COU-33",
                "--name",
                "Dr Traoré",
                "--role",
                "doctor",
                "--date",
                "2026-11-20"))
        .isEqualTo(1);
    assertThat(
            CommandLineDoor.run(
                "approve",
                versions,
                "--protocol",
                "imci-child",
                "--rows",
                "COU-3",
                "--name",
                "Dr Traoré",
                "--role",
                "doctor",
                "--date",
                "2026-11-20"))
        .isZero();
    assertThat(CommandLineDoor.run("versions", home.toString())).isEqualTo(1);
    try (RunningDenba denba = start()) {
      JsonNode protocol = RunningDenba.json(denba.get("/protocols/imci-child"));
      assertThat(protocol.toString()).contains("\"Pneumonia\"").doesNotContain("Lung infection");
      assertThat(protocol.at("/approvals/COU-3").asString())
          .isEqualTo("approved by Dr Traoré (doctor), 2026-11-20");
      assertThat(
              StreamSupport.stream(protocol.path("approvals").spliterator(), false)
                  .filter(approval -> !approval.asString().equals("draft")))
          .hasSize(1);
    }
  }

  private void rename(String old, String label) throws IOException {
    String key = "classification.pneumonia.label=";
    RunningDenba.edit(home.resolve("rules"), TEXTS, key + old, key + label);
  }

  private static JsonNode ended(RunningDenba denba, String id) {
    JsonNode activation;
    do {
      activation = RunningDenba.json(denba.get(ActivationController.ACTIVATIONS + "/" + id));
    } while (activation.path("outcome").asString().equals("running"));
    return activation;
  }
}
