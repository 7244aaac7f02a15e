package org.denba.fhir.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.triage.JsonTriage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What could harm a patient waits for a person, who lets it through or sends it back. */
class ReviewTest {

  private static final String NEWBORN = "postnatal-newborn";
  private static final String TABLE = NEWBORN + "/nbd-jaundice.csv";
  private static final String PINK = "community,newborn-jaundice,pink,refer-urgent";
  private static final String YELLOW = "community,newborn-jaundice,yellow,refer-nonurgent";
  private static final String CHANGE = ReviewController.CHANGES + "/0001";

  @TempDir private Path home;
  private Path rules;

  @BeforeEach
  void rules() throws IOException {
    rules = RunningDenba.rules(home.resolve("rules"), NEWBORN);
    RunningDenba.withoutCases(rules, NEWBORN);
  }

  private RunningDenba start(String... more) {
    return RunningDenba.startIn(home, more);
  }

  private static JsonNode decide(RunningDenba denba, String decision, String more) {
    return RunningDenba.json(
        denba.post(
            CHANGE + "/" + decision,
            "{\"reviewer\": \"Dr Keita\", \"comment\": \"read with the team\"" + more + "}",
            "Prefer",
            "wait=120"));
  }

  @Test
  void aReviewerReadsTheImpactAndLetsTheChangeThrough() throws IOException {
    try (RunningDenba denba = start()) {
      RunningDenba.edit(rules, TABLE, PINK, YELLOW);
      JsonNode proposed = denba.activate(", \"review\": true");
      assertThat(proposed.path("outcome").asString())
          .as(proposed.toString())
          .isEqualTo("in-review");
      assertThat(proposed.path("change").asString()).isEqualTo("0001");

      JsonNode impact = RunningDenba.json(denba.get(CHANGE + "/impact"));
      assertThat(impact.path("dangerous").asBoolean()).isTrue();
      assertThat(impact.at("/count/lessUrgent").asInt()).isPositive();
      assertThat(impact.at("/moves/0/kind").asString()).isEqualTo("urgent-referral-lost");
      assertThat(impact.at("/moves/0/examples/0/visit").asString()).contains("yellow-skin");
      assertThat(impact.at("/changes/0").asString()).contains("NBD-15");
      String activation = ActivationController.ACTIVATIONS + "/" + proposed.path("id").asString();
      assertThat(RunningDenba.json(denba.get(activation + "/impact")).path("digest"))
          .isEqualTo(impact.path("digest"));
      HttpResponse<String> page =
          denba.get(CHANGE + "/impact", "Accept", "text/html", "Accept-Language", "fr");
      assertThat(page.headers().firstValue("Content-Type").orElseThrow()).contains("text/html");
      assertThat(page.body()).contains("<html", "lang=\"fr\"", "NBD-15");

      // nobody lets through what nobody read
      JsonNode unread = decide(denba, "approve", ", \"impact\": \"sha256:0\"");
      assertThat(unread.path("outcome").asString()).isEqualTo("needs-acceptance");
      assertThat(decide(denba, "approve", "").path("errors").toString()).contains("impact");

      String seen = ", \"impact\": \"" + impact.path("digest").asString() + "\"";
      JsonNode active = decide(denba, "approve", seen);
      assertThat(active.path("outcome").asString()).as(active.toString()).isEqualTo("active");
      assertThat(active.path("version").asInt()).isEqualTo(2);

      JsonNode change = RunningDenba.json(denba.get(CHANGE));
      assertThat(change.path("state").asString()).isEqualTo("activated");
      assertThat(change.path("reviewer").asString()).isEqualTo("Dr Keita");
      assertThat(change.path("version").asInt()).isEqualTo(2);
      JsonNode version =
          RunningDenba.json(denba.get(ActivationController.VERSIONS)).at("/versions/0");
      assertThat(version.path("author").asString()).isEqualTo("Awa");
      assertThat(version.at("/activations/0/author").asString()).isEqualTo("Dr Keita");
      assertThat(version.at("/steps").toString()).contains("let through by Dr Keita");
      assertThat(decide(denba, "approve", seen).path("detail").asString())
          .isEqualTo("change 0001 became version 2 by Dr Keita: read with the team");

      askBoth(denba);
    }
  }

  /** One newborn at home, yellow on the fifth day, asked about in both sets of rules. */
  private static void askBoth(RunningDenba denba) {
    ChangeReviews reviews = denba.bean(ChangeReviews.class);
    ComparedRules both = reviews.rules(reviews.find("0001").orElseThrow());
    assertThat(both.beforeName()).isEqualTo("version 1");
    assertThat(both.afterName()).isEqualTo("change 0001");
    assertThat(urgency(denba, both.before())).isEqualTo("refer-urgent");
    assertThat(urgency(denba, both.after())).isEqualTo("refer-nonurgent");
  }

  private static String urgency(RunningDenba denba, LoadedRules rules) {
    String body =
        """
        {"date": "2026-11-22", "protocol": "postnatal-newborn", "setting": "community",
         "patient": {"ageDays": 5}, "findings": {"yellow-skin": true}}
        """;
    return denba
        .bean(JsonTriage.class)
        .result(rules, body.getBytes(StandardCharsets.UTF_8), "en")
        .urgency()
        .code();
  }

  @Test
  void aChangeThatIsSentBackIsKeptWithTheComment() throws IOException {
    try (RunningDenba denba = start()) {
      RunningDenba.edit(rules, TABLE, PINK, YELLOW);
      JsonNode held = denba.activate("");
      assertThat(held.path("outcome").asString()).as(held.toString()).isEqualTo("needs-acceptance");
      assertThat(held.path("change").asString()).isEqualTo("0001");
      // the same again is the same change
      assertThat(denba.activate("").path("change").asString()).isEqualTo("0001");
      assertThat(decide(denba, "send-back", "").path("state").asString()).isEqualTo("sent-back");
      assertThat(decide(denba, "send-back", "").path("detail").asString())
          .isEqualTo("change 0001 was sent back by Dr Keita: read with the team");
    }
    try (RunningDenba denba = start()) {
      JsonNode change = RunningDenba.json(denba.get(ReviewController.CHANGES)).get(0);
      assertThat(change.path("state").asString()).isEqualTo("sent-back");
      assertThat(change.path("comment").asString()).isEqualTo("read with the team");
      assertThat(Files.readString(home.resolve("versions/changes/0001/rules").resolve(TABLE)))
          .contains(YELLOW);
      assertThat(RunningDenba.json(denba.get(CHANGE + "/impact")).path("dangerous").asBoolean())
          .isTrue();
      assertThat(denba.get(ReviewController.CHANGES + "/0002").statusCode()).isEqualTo(404);
      ChangeReviews reviews = denba.bean(ChangeReviews.class);
      assertThatThrownBy(() -> reviews.sendBack("0001", " ", "x"))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("reviewer: say it");
    }
  }

  @Test
  void aLoweredDoseNeedsAcceptanceWhetherSomebodyGetsItOrNot() throws IOException {
    RunningDenba.withoutDoseCases(rules, "TX-EYE-NEWBORN", "TX-AMOX-CHW");
    try (RunningDenba denba = start("--denba.impact-patients=3000")) {
      RunningDenba.edit(rules, "doses/TX-EYE-NEWBORN.csv", ",50,mg/kg,125,", ",40,mg/kg,100,");
      JsonNode lowered = denba.activate("");
      assertThat(lowered.path("outcome").asString())
          .as(lowered.toString())
          .isEqualTo("needs-acceptance");
      JsonNode impact = RunningDenba.json(denba.get(CHANGE + "/impact"));
      assertThat(impact.path("moves"))
          .map(move -> move.path("kind").asString() + " " + move.path("subject").asString())
          .contains("dose-falls TX-EYE-NEWBORN");
      JsonNode accepted =
          denba.activate(", \"accept\": \"" + impact.path("digest").asString() + "\"");
      assertThat(accepted.path("outcome").asString()).as(accepted.toString()).isEqualTo("active");
      assertThat(RunningDenba.json(denba.get(CHANGE)).path("reviewer").asString()).isEqualTo("Awa");

      // no newborn is given this one
      RunningDenba.edit(rules, "doses/TX-AMOX-CHW.csv", ",2,12,250,mg,", ",2,12,125,mg,");
      JsonNode unseen = denba.activate("");
      assertThat(unseen.path("outcome").asString())
          .as(unseen.toString())
          .isEqualTo("needs-acceptance");
    }
  }

  @Test
  void aWatchedFolderHoldsADangerousEditBack() throws Exception {
    try (RunningDenba denba = start("--denba.watch=true")) {
      RunningDenba.edit(rules, TABLE, PINK, YELLOW);
      JsonNode changes = RunningDenba.json(denba.get(ReviewController.CHANGES));
      while (changes.isEmpty()) {
        Thread.sleep(100);
        changes = RunningDenba.json(denba.get(ReviewController.CHANGES));
      }
      assertThat(changes.get(0).path("state").asString()).isEqualTo("waiting");
      assertThat(changes.get(0).path("author").asString()).isEqualTo("folder");
      assertThat(RunningDenba.json(denba.get(ActivationController.VERSIONS)).path("active").asInt())
          .isEqualTo(1);
    }
  }
}
