package org.denba.fhir.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What edited rules must pass before they answer, and what holds beside it. */
class GatesTest {

  private static final String NEWBORN = "postnatal-newborn";
  private static final String TABLE = NEWBORN + "/nbd-jaundice.csv";
  private static final String TEXTS = NEWBORN + "/texts_en.properties";

  @TempDir private Path home;
  private Path rules;

  @BeforeEach
  void rules() throws IOException {
    rules = RunningDenba.rules(home.resolve("rules"), NEWBORN);
  }

  private RunningDenba start(String... more) {
    return RunningDenba.startIn(home, more);
  }

  private static JsonNode step(JsonNode activation, String name) {
    for (JsonNode step : activation.path("steps")) {
      if (step.path("name").asString().equals(name)) {
        return step;
      }
    }
    throw new AssertionError(name + " was not run: " + activation);
  }

  @Test
  void everyMistakeIsToldAtOnceWithItsPlace() throws IOException {
    try (RunningDenba denba = start()) {
      RunningDenba.edit(rules, TABLE, "\"\"yellow-palms\"\"", "\"\"yellow-plams\"\"");
      RunningDenba.edit(
          rules, NEWBORN + "/nbd-temperature.csv", ",newborn-fever,pink,", ",newborn-fever,pnik,");
      JsonNode failed = denba.activate("");
      assertThat(failed.path("outcome").asString()).as(failed.toString()).isEqualTo("failed");
      assertThat(step(failed, "check").path("details").toString())
          .contains(TABLE + ":4:D", "'yellow-plams'", "perhaps 'yellow-palms'")
          .contains(NEWBORN + "/nbd-temperature.csv:6:", "pnik", "pink");
      assertThat(RunningDenba.json(denba.get(ActivationController.VERSIONS)).path("active").asInt())
          .isEqualTo(1);
    }
  }

  @Test
  void aFailingCaseIsToldWithItsLine() throws IOException {
    try (RunningDenba denba = start()) {
      RunningDenba.edit(rules, TABLE, "NBD-8.a,NBD-8,jaundice,yes", "NBD-8.a,NBD-8,jaundice,no");
      JsonNode failed = denba.activate("");
      assertThat(failed.path("outcome").asString()).as(failed.toString()).isEqualTo("failed");
      JsonNode last = failed.path("steps").get(failed.path("steps").size() - 1);
      assertThat(last.path("details").get(0).asString())
          .matches("postnatal-newborn/cases/[a-z-]+\\.yaml:[1-9]\\d*: .+");
    }
  }

  @Test
  void chartsAreProvedAgainOnlyWhereWhatTheyRestOnChanged() throws IOException {
    RunningDenba.withoutCases(rules, NEWBORN);
    try (RunningDenba denba = start("--denba.verify=true")) {
      RunningDenba.edit(rules, TEXTS, "label=Severe jaundice", "label=Very yellow");
      JsonNode words = denba.activate("");
      assertThat(words.path("outcome").asString()).as(words.toString()).isEqualTo("active");
      assertThat(step(words, "verify").path("details").get(0).asString())
          .startsWith("postnatal-newborn: unchanged, proved for every patient: ")
          .contains("sha256:");

      // yellow palms no longer count: a danger sign that is found lowers nothing, but a row is dead
      RunningDenba.edit(
          rules, TABLE, "NBD-8.b,NBD-8,jaundice,,yes,", "NBD-8.b,NBD-8,jaundice,no,yes,");
      RunningDenba.edit(
          rules, TABLE, "NBD-8.a,NBD-8,jaundice,yes,,", "NBD-8.a,NBD-8,jaundice,yes,no,");
      JsonNode refuted = denba.activate("");
      assertThat(refuted.path("outcome").asString()).as(refuted.toString()).isEqualTo("failed");
      JsonNode verify = step(refuted, "verify");
      assertThat(verify.path("result").asString()).isEqualTo("failed");
      assertThat(verify.path("details").get(0).asString())
          .startsWith(TABLE + ":")
          .contains("danger-sign", "yellow-");
    }
    try (RunningDenba denba = start()) {
      RunningDenba.edit(
          rules, TABLE, "NBD-8.b,NBD-8,jaundice,no,yes,", "NBD-8.b,NBD-8,jaundice,,yes,");
      RunningDenba.edit(
          rules, TABLE, "NBD-8.a,NBD-8,jaundice,yes,no,", "NBD-8.a,NBD-8,jaundice,yes,,");
      RunningDenba.edit(rules, TEXTS, "label=Very yellow", "label=Deep yellow");
      JsonNode unproved = denba.activate("");
      assertThat(step(unproved, "verify").path("summary").asString())
          .isEqualTo("nothing was proved: denba.verify is false");
    }
  }

  @Test
  void aRollbackThatMeetsAnActivationLeavesOneOfThemActive() throws IOException {
    try (RunningDenba denba = start()) {
      RunningDenba.edit(rules, TEXTS, "label=Severe jaundice", "label=Very yellow");
      assertThat(denba.activate("").path("version").asInt()).isEqualTo(2);
      RunningDenba.edit(rules, TEXTS, "label=Very yellow", "label=Deep yellow");
      String asked = "\"author\": \"Awa\", \"reason\": \"a test\"}";
      JsonNode activation =
          RunningDenba.json(denba.post(ActivationController.ACTIVATE, "{" + asked));
      JsonNode rollback =
          RunningDenba.json(
              denba.post(
                  ActivationController.ROLLBACK,
                  "{\"version\": 1, " + asked,
                  "Prefer",
                  "wait=120"));
      activation = denba.ended(activation.path("id").asString());

      String first = activation.path("outcome").asString();
      String second = rollback.path("outcome").asString();
      int active =
          RunningDenba.json(denba.get(ActivationController.VERSIONS)).path("active").asInt();
      // whichever swapped second noticed that it had been compared with other rules
      assertThat(first + " " + second + " " + active).isIn("failed active 1", "active failed 3");
      assertThat(activation.toString() + rollback).contains("other rules became active meanwhile");
      assertThat(denba.activate("").path("outcome").asString()).isEqualTo("active");
    }
  }

  @Test
  void anApprovalOfOtherRulesIsRefused() throws IOException {
    try (RunningDenba denba = start()) {
      HttpResponse<String> refused =
          denba.post(
              ActivationController.APPROVALS,
              """
              {"protocol": "postnatal-newborn", "digest": "sha256:0", "name": "Dr Traoré", "role": "doctor",
               "date": "2026-11-20"}
              """);
      assertThat(refused.statusCode()).isEqualTo(422);
      JsonNode error = RunningDenba.json(refused).at("/errors/0");
      assertThat(error.path("code").asString()).isEqualTo("other-digest");
      assertThat(error.path("message").asString())
          .contains("not what was looked at: read them again and approve those");
      assertThat(RunningDenba.json(denba.get("/protocols/" + NEWBORN)).path("approval").asString())
          .isEqualTo("draft");
    }
  }
}
