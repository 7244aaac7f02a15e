package org.denba.fhir.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.denba.fhir.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A service with the overlay of Mali, in Gao, where the malaria risk is low in the dry season. */
@TestPropertySource(properties = {"denba.overlay=mali", "denba.district=gao"})
class CountryOverlayTest extends ServiceTest {

  private static final String FEVER =
      """
      {"date": "2026-%s", "protocol": "imci-child", "language": "en", "patient": {"ageMonths": 18},
       "findings": {"fever-history": true, "stiff-neck": true, "district-id": %s}}
      """;

  @Test
  void anAnswerNamesTheOverlay() {
    JsonNode protocol = triage("03-10", "null").path("protocol");
    assertThat(protocol.at("/overlay/id").asString()).isEqualTo("mali");
    assertThat(protocol.at("/overlay/version").asString()).isEqualTo("1.0.0");
  }

  @Test
  void theDistrictOfTheSiteCountsUntilTheRequestTellsOne() {
    assertThat(risk(triage("03-10", "null"))).isEqualTo("low");
    assertThat(risk(triage("08-10", "null"))).isEqualTo("high");
    assertThat(risk(triage("03-10", "\"sikasso\""))).isEqualTo("high");
    assertThat(triage("03-10", "\"sikasso\"").path("parameters")).isEmpty();
  }

  @Test
  void anUnknownDistrictIsSaid() {
    JsonNode answer = triage("03-10", "\"Sikaso\"");
    assertThat(answer.path("warnings"))
        .anySatisfy(
            warning -> {
              assertThat(warning.path("code").asString()).isEqualTo("district-unknown");
              assertThat(warning.path("path").asString()).isEqualTo("findings.district-id");
              assertThat(warning.path("message").asString()).contains("Sikaso");
            });
    assertThat(risk(answer)).isEqualTo("high");
  }

  @Test
  void aDistrictIsAWordNotAScript() {
    HttpResponse<String> response =
        post("/triage", JSON, FEVER.formatted("03-10", "\"<b>gao</b>\""));
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(json(response).at("/errors/0/path").asString()).isEqualTo("findings.district-id");
  }

  @Test
  void theProtocolsNameItToo() {
    assertThat(json(get("/protocols")).get(0).at("/overlay/id").asString()).isEqualTo("mali");
    assertThat(json(get("/protocols/imci-child")).at("/overlay/id").asString()).isEqualTo("mali");
    assertThat(json(get("/actuator/health")).at("/components/rules/details/protocols").asString())
        .endsWith("with overlay mali 1.0.0");
  }

  @Test
  void theProvenanceOfAFhirAnswerNamesIt() {
    JsonNode bundle =
        json(
            post(
                "/fhir/$triage",
                "application/fhir+json",
                """
                {"resourceType": "Bundle", "type": "collection", "entry": [
                  {"resource": {"resourceType": "Patient", "birthDate": "2025-05-01"}},
                  {"resource": {"resourceType": "Observation", "status": "final",
                    "effectiveDateTime": "2026-11-22",
                    "code": {"coding": [{"system": "http://denba.org/fhir/CodeSystem/data-element",
                                         "code": "cough"}]},
                    "valueBoolean": true}}]}
                """));
    assertThat(bundle.path("entry"))
        .map(entry -> entry.path("resource"))
        .filteredOn(resource -> resource.path("resourceType").asString().equals("Provenance"))
        .singleElement()
        .satisfies(
            provenance -> {
              JsonNode overlay = provenance.path("entity").get(1).path("what");
              assertThat(overlay.at("/identifier/value").asString()).isEqualTo("mali");
              assertThat(overlay.path("display").asString()).isEqualTo("overlay mali 1.0.0");
            });
  }

  private JsonNode triage(String day, String district) {
    HttpResponse<String> response = post("/triage", JSON, FEVER.formatted(day, district));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json(response);
  }

  /** The malaria risk on which the row of severe fever rests. */
  private static String risk(JsonNode answer) {
    for (JsonNode row : answer.path("classifications")) {
      for (JsonNode because : row.path("because")) {
        if (because.path("parameter").asString("").equals("malaria.risk")) {
          return because.path("value").asString();
        }
      }
    }
    throw new AssertionError("no row rests on the malaria risk: " + answer);
  }
}
