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

  private static final String NEWBORN = "postnatal-newborn";
  private static final String TEXTS = NEWBORN + "/texts_en.properties";
  private static final String ASKED = "{\"author\": \"Awa\", \"reason\": \"a test\"}";

  @TempDir private Path home;

  private RunningDenba start(String... more) throws IOException {
    RunningDenba.rules(home.resolve("rules"), NEWBORN);
    return RunningDenba.startIn(home, more);
  }

  @Test
  void theSecondOfTwoIsToldOfTheFirst() throws IOException {
    try (RunningDenba denba = start()) {
      rename("Severe jaundice", "Very yellow");
      HttpResponse<String> first = denba.post(ActivationController.ACTIVATE, ASKED);
      HttpResponse<String> second = denba.post(ActivationController.ACTIVATE, ASKED);

      assertThat(first.statusCode()).isEqualTo(202);
      assertThat(second.statusCode()).isEqualTo(409);
      String id = RunningDenba.json(first).path("id").asString();
      assertThat(second.body()).contains(id);
      assertThat(first.headers().firstValue("Location").orElseThrow())
          .isEqualTo("/protocols/activations/" + id);
      assertThat(denba.ended(id).path("outcome").asString()).isEqualTo("active");
      assertThat(RunningDenba.json(denba.get(ActivationController.ACTIVATIONS))).hasSize(1);
    }
  }

  @Test
  void whatIsEditedInAWatchedFolderBecomesActive() throws Exception {
    try (RunningDenba denba = start("--denba.watch=true")) {
      rename("Severe jaundice", "Very yellow");
      JsonNode activations = RunningDenba.json(denba.get(ActivationController.ACTIVATIONS));
      while (activations.isEmpty()) {
        Thread.sleep(100);
        activations = RunningDenba.json(denba.get(ActivationController.ACTIVATIONS));
      }
      JsonNode ended = denba.ended(activations.get(0).path("id").asString());
      assertThat(ended.path("author").asString()).isEqualTo("folder");
      assertThat(ended.path("outcome").asString()).isEqualTo("active");
      assertThat(RunningDenba.json(denba.get("/protocols/" + NEWBORN)).toString())
          .contains("Very yellow");
    }
  }

  @Test
  void theCommandsDoTheSameWhileTheServiceIsStopped() throws IOException {
    try (RunningDenba denba = start()) {
      rename("Severe jaundice", "Very yellow");
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
                NEWBORN,
                "--rows",
                "NBD-88",
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
                NEWBORN,
                "--rows",
                "NBD-8",
                "--name",
                "Dr Traoré",
                "--role",
                "doctor",
                "--date",
                "2026-11-20"))
        .isZero();
    assertThat(CommandLineDoor.run("versions", home.toString())).isEqualTo(1);
    try (RunningDenba denba = start()) {
      JsonNode protocol = RunningDenba.json(denba.get("/protocols/" + NEWBORN));
      assertThat(protocol.toString()).contains("\"Severe jaundice\"").doesNotContain("Very yellow");
      assertThat(protocol.at("/approvals/NBD-8").asString())
          .isEqualTo("approved by Dr Traoré (doctor), 2026-11-20");
      assertThat(
              StreamSupport.stream(protocol.path("approvals").spliterator(), false)
                  .filter(approval -> !approval.asString().equals("draft")))
          .hasSize(1);
    }
  }

  private void rename(String old, String label) throws IOException {
    String key = "classification.newborn-severe-jaundice.label=";
    RunningDenba.edit(home.resolve("rules"), TEXTS, key + old, key + label);
  }
}
