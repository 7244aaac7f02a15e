package org.denba.fhir.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.denba.fhir.ServiceTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TriageEndpointTest extends ServiceTest {

  private static final String COUGH =
      """
      {"id": "3b0e", "date": "2026-11-22", "language": "fr",
       "patient": {"id": "p1", "birthDate": "2025-05-01", "sex": "female"},
       "parameters": {"malaria.risk": "high"},
       "findings": {"cough": true, "respiratory-rate": 44, "spo2": null, "temperature-axillary": 52,
                    "muac": {"value": 14.0, "unit": "cm"}, "hb": {"notDone": "no-device"}}}
      """;

  @Test
  void answersWhatIsProvedAndWhatIsNotRuledOut() {
    HttpResponse<String> response = post("/triage", JSON, COUGH);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Language")).contains("fr");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    JsonNode answer = json(response);
    assertThat(answer.path("id").asString()).isEqualTo("3b0e");
    assertThat(answer.at("/protocol/id").asString()).isEqualTo("imci-child");
    assertThat(answer.path("date").asString()).isEqualTo("2026-11-22");
    assertThat(answer.path("urgency").asString()).isEqualTo("treat-here");
    assertThat(answer.path("couldBe").asString()).isEqualTo("refer-urgent");
    assertThat(answer.path("decided").asBoolean()).isFalse();
    assertThat(answer.path("referral").isNull()).isTrue();
    assertThat(answer.path("companion").isNull()).isTrue();
    assertThat(row(answer, "COU-3").path("provisional").asBoolean()).isTrue();
    assertThat(row(answer, "COU-3").path("colour").asString()).isEqualTo("yellow");
    assertThat(row(answer, "COU-1").path("status").asString()).isEqualTo("not-ruled-out");
    assertThat(answer.path("stillToAssess")).isNotEmpty();
    assertThat(answer.path("warnings"))
        .anySatisfy(
            w -> {
              assertThat(w.path("code").asString()).isEqualTo("out-of-range");
              assertThat(w.path("path").asString()).isEqualTo("findings.temperature-axillary");
            });
  }

  @Test
  void theSameRequestHasTheSameAnswerByteForByte() {
    assertThat(post("/triage", JSON, COUGH).body()).isEqualTo(post("/triage", JSON, COUGH).body());
  }

  @Test
  void theUnitInWhichAMeasurementIsSentMakesNoDifference() {
    String body =
        "{\"date\": \"2026-11-22\", \"patient\": {\"ageMonths\": 18}, \"findings\": {%s}}";
    List<List<String>> sameTwice =
        List.of(
            List.of(
                "\"temperature-axillary\": 37.5",
                "\"temperature-axillary\": %s"
                    .formatted("{\"value\": 99.5, \"unit\": \"[degF]\"}")),
            List.of("\"muac\": 115", "\"muac\": {\"value\": 11.5, \"unit\": \"cm\"}"),
            List.of("\"hb\": 109", "\"hb\": {\"value\": 10.9, \"unit\": \"g/dL\"}"),
            List.of("\"weight\": 7.5", "\"weight\": {\"value\": 7500, \"unit\": \"g\"}"));
    for (List<String> two : sameTwice) {
      assertThat(post("/triage", JSON, body.formatted(two.get(0))).body())
          .isEqualTo(post("/triage", JSON, body.formatted(two.get(1))).body());
    }
  }

  @Test
  void theHeaderDecidesTheLanguageWhereTheBodyDoesNot() {
    String body = "{\"patient\": {\"ageMonths\": 18}}";
    assertThat(json(post("/triage", JSON, body)).path("language").asString()).isEqualTo("en");
    assertThat(
            json(post("/triage", JSON, body, "Accept-Language", "fr-ML, en;q=0.5"))
                .path("language")
                .asString())
        .isEqualTo("fr");
    assertThat(
            json(post(
                    "/triage",
                    JSON,
                    body.replace("{\"p", "{\"language\": \"en\", \"p"),
                    "Accept-Language",
                    "fr"))
                .path("language")
                .asString())
        .isEqualTo("en");
  }

  @Test
  void nothingFoundIsNeverReassuring() {
    JsonNode answer =
        json(post("/triage", JSON, "{\"patient\": {\"ageMonths\": 18}, \"findings\": {}}"));
    assertThat(answer.path("urgency").asString()).isEqualTo("undetermined");
    assertThat(answer.path("couldBe").asString()).isEqualTo("refer-urgent");
  }

  @Test
  void aPatientWhoIsNotBornYetIsA422() {
    String tomorrow = LocalDate.now().plusDays(2).toString();
    HttpResponse<String> response =
        post("/triage", JSON, "{\"patient\": {\"birthDate\": \"" + tomorrow + "\"}}");
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(json(response).at("/errors/0/path").asString()).isEqualTo("patient.birthDate");
  }

  @Test
  void aMissingAgeAndAnUnknownParameterAreA422() {
    assertThat(json(post("/triage", JSON, "{}")).at("/errors/0/code").asString())
        .isEqualTo("age-missing");
    HttpResponse<String> response =
        post(
            "/triage",
            JSON,
            "{\"patient\": {\"ageMonths\": 18}, \"parameters\": {\"malaria.rsk\": \"low\"}}");
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(json(response).at("/errors/0/path").asString()).isEqualTo("parameters.malaria.rsk");
  }

  private static JsonNode row(JsonNode answer, String rule) {
    for (JsonNode row : answer.path("classifications")) {
      if (row.path("rule").asString().equals(rule)) {
        return row;
      }
    }
    throw new AssertionError("no row " + rule + " in " + answer.path("classifications"));
  }
}
