package org.denba.fhir.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From an edit to an answer, back, and over a restart. */
class ActivationTest {

  private static final String CHILD = "imci-child";
  private static final String TABLE = CHILD + "/cough-or-difficult-breathing.csv";
  private static final String COUGH =
      """
      {"date": "2026-11-22", "protocol": "imci-child", "language": "en", "patient": {"ageMonths": 18},
       "findings": {"cough": true, "cough-duration-days": 14}}
      """;

  @TempDir private Path home;

  private Path rules() throws IOException {
    Path rules = RunningDenba.rules(home.resolve("rules"), CHILD, "imci-young-infant");
    RunningDenba.onlyCases(rules, CHILD, "canaries", "cough-or-difficult-breathing");
    RunningDenba.onlyCases(rules, "imci-young-infant", "canaries");
    return rules;
  }

  private static JsonNode answer(RunningDenba denba) {
    return RunningDenba.json(denba.post("/triage", COUGH));
  }

  private static boolean longCough(JsonNode answer) {
    for (JsonNode row : answer.path("classifications")) {
      if (row.path("rule").asString().equals("COU-5")
          && row.path("status").asString().equals("proved")) {
        return true;
      }
    }
    return false;
  }

  @Test
  void anEditIsActivatedTakenBackAndStillThereAfterARestart() throws IOException {
    Path rules = rules();
    String firstDigest;
    try (RunningDenba denba = RunningDenba.startIn(home)) {
      JsonNode first = answer(denba);
      firstDigest = first.at("/protocol/digest").asString();
      assertThat(longCough(first)).isTrue();

      // the bound, and the cases that hold it
      RunningDenba.edit(rules, TABLE, ",14,", ",13,");
      JsonNode refused = denba.activate("");
      assertThat(refused.path("outcome").asString()).as(refused.toString()).isEqualTo("failed");
      assertThat(last(refused).path("name").asString()).isEqualTo("cases");
      assertThat(last(refused).path("details").toString()).contains("COU-5");
      assertThat(answer(denba).at("/protocol/digest").asString()).isEqualTo(firstDigest);

      RunningDenba.edit(rules, TABLE, ",13,", ",14,");
      RunningDenba.edit(
          rules,
          CHILD + "/texts_en.properties",
          "classification.pneumonia.label=Pneumonia",
          "classification.pneumonia.label=Lung infection");
      JsonNode activated = denba.activate("");
      assertThat(activated.path("outcome").asString()).as(activated.toString()).isEqualTo("active");
      assertThat(activated.path("version").asInt()).isEqualTo(2);
      JsonNode second = answer(denba);
      String secondDigest = second.at("/protocol/digest").asString();
      assertThat(secondDigest).isNotEqualTo(firstDigest);

      JsonNode back =
          RunningDenba.json(
              denba.post(
                  ActivationController.ROLLBACK,
                  "{\"version\": 1, \"author\": \"Awa\", \"reason\": \"the word was better\"}",
                  "Prefer",
                  "wait=120"));
      assertThat(back.path("outcome").asString()).as(back.toString()).isEqualTo("active");
      assertThat(answer(denba).at("/protocol/digest").asString()).isEqualTo(firstDigest);
      JsonNode health = RunningDenba.json(denba.get("/actuator/health"));
      assertThat(health.at("/components/rules/details/version/number").asInt()).isEqualTo(1);
      assertThat(health.at("/components/rules/details/lastFailedActivation/step").asString())
          .isEqualTo("cases");

      JsonNode again = denba.activate("");
      assertThat(again.path("version").asInt()).isEqualTo(2);
      assertThat(again.at("/steps/0/summary").asString()).isEqualTo("the same files as version 2");
      assertThat(answer(denba).at("/protocol/digest").asString()).isEqualTo(secondDigest);
    }
    // what lies in the folder does not count until somebody activates it
    RunningDenba.edit(rules, TABLE, "COU-5.a", "COU-5.x");
    try (RunningDenba denba = RunningDenba.startIn(home)) {
      JsonNode versions = RunningDenba.json(denba.get(ActivationController.VERSIONS));
      assertThat(versions.path("active").asInt()).isEqualTo(2);
      assertThat(versions.path("survivesRestart").asBoolean()).isTrue();
      assertThat(versions.at("/versions/0/activations")).hasSize(2);
      assertThat(answer(denba).at("/protocol/digest").asString()).isNotEqualTo(firstDigest);
    }
    // a version whose files somebody changed is not used, the one before is
    RunningDenba.edit(
        home.resolve("versions/0002/rules"), CHILD + "/texts_en.properties", "Lung", "Lungs");
    try (RunningDenba denba = RunningDenba.startIn(home)) {
      assertThat(answer(denba).at("/protocol/digest").asString()).isEqualTo(firstDigest);
      JsonNode versions = RunningDenba.json(denba.get(ActivationController.VERSIONS));
      assertThat(versions.at("/versions/1/activations").toString())
          .contains("version 2 could not be used when the service started");
    }
  }

  @Test
  void aMistakeIsNamedWithItsPlaceAndTheRunningRulesStay() throws IOException {
    Path rules = rules();
    try (RunningDenba denba = RunningDenba.startIn(home)) {
      String before = answer(denba).path("protocol").toString();
      assertThat(before).contains("sha256:");
      RunningDenba.edit(rules, TABLE, "stridor-calm", "stridor-clam");
      JsonNode failed = denba.activate("");

      assertThat(failed.path("outcome").asString()).isEqualTo("failed");
      assertThat(last(failed).toString())
          .contains(TABLE, "stridor-clam", "stridor-calm")
          .doesNotContain("Exception", home.toString());
      assertThat(answer(denba).path("protocol").toString()).isEqualTo(before);
      assertThat(home.resolve("versions/0002")).doesNotExist();
    }
  }

  @Test
  void whatMakesAPatientLessUrgentWaitsForWhoHasSeenIt() throws IOException {
    Path rules = rules();
    try (RunningDenba denba = RunningDenba.startIn(home)) {
      // the bound and what holds it
      RunningDenba.edit(rules, TABLE, ",14,", ",15,");
      RunningDenba.withoutCases(rules, CHILD);
      JsonNode waits = denba.activate("");
      assertThat(waits.path("outcome").asString())
          .as(waits.toString())
          .isEqualTo("needs-acceptance");
      assertThat(impact(waits).path("details").toString()).contains("less urgent", "COU-5");

      assertThat(denba.activate(", \"accept\": \"less-urgent\"").path("outcome").asString())
          .isEqualTo("needs-acceptance");
      String digest =
          impact(waits).at("/details/0").asString().replaceAll(".*\"(sha256:\\w+)\".*", "$1");
      JsonNode accepted = denba.activate(", \"accept\": \"" + digest + "\"");
      assertThat(accepted.path("outcome").asString()).as(accepted.toString()).isEqualTo("active");
      assertThat(longCough(answer(denba))).isFalse();
      assertThat(Files.readString(home.resolve("versions/0002/version.yaml"))).contains(digest);
    }
  }

  @Test
  void anApprovalIsKeptAndAnEditedRowLosesIt() throws IOException {
    Path rules = rules();
    try (RunningDenba denba = RunningDenba.startIn(home)) {
      String digest = answer(denba).at("/protocol/digest").asString();
      HttpResponse<String> approved =
          denba.post(
              ActivationController.APPROVALS,
              """
              {"protocol": "imci-child", "digest": "%s", "name": "Dr Traoré", "role": "paediatrician",
               "date": "2026-11-20", "comment": "read in full"}
              """
                  .formatted(digest));
      assertThat(approved.statusCode()).as(approved.body()).isEqualTo(201);
      assertThat(answer(denba).at("/protocol/approval").asString())
          .isEqualTo("approved by Dr Traoré (paediatrician), 2026-11-20");

      RunningDenba.edit(
          rules, CHILD + "/anaemia.csv", "; below 6 months 110 is kept", "; see 2024");
      assertThat(denba.activate("").path("outcome").asString()).isEqualTo("active");
      JsonNode protocol = RunningDenba.json(denba.get("/protocols/imci-child"));
      assertThat(protocol.path("approval").asString()).isEqualTo("draft");
      assertThat(protocol.at("/approvals/ANA-2").asString()).isEqualTo("draft");
      assertThat(protocol.at("/approvals/COU-3").asString()).startsWith("approved by Dr Traoré");
    }
    try (RunningDenba denba = RunningDenba.startIn(home)) {
      JsonNode row = answer(denba).at("/classifications/0");
      assertThat(row.path("approval").asString())
          .isEqualTo("approved by Dr Traoré (paediatrician), 2026-11-20");
      String digest = answer(denba).at("/protocol/digest").asString();
      HttpResponse<String> rest =
          denba.post(
              ActivationController.APPROVALS,
              """
              {"protocol": "imci-child", "digest": "%s", "rows": ["ANA-2"], "name": "Dr Keita",
               "role": "nutritionist", "date": "2026-11-21"}
              """
                  .formatted(digest));
      assertThat(RunningDenba.json(rest).path("approval").asString())
          .isEqualTo(
              "approved by Dr Traoré (paediatrician), 2026-11-20; Dr Keita (nutritionist),"
                  + " 2026-11-21");
    }
  }

  private static JsonNode impact(JsonNode activation) {
    for (JsonNode step : activation.path("steps")) {
      if (step.path("name").asString().equals("impact")) {
        return step;
      }
    }
    throw new AssertionError("nothing was compared: " + activation);
  }

  private static JsonNode last(JsonNode activation) {
    JsonNode steps = activation.path("steps");
    return steps.get(steps.size() - 1);
  }
}
