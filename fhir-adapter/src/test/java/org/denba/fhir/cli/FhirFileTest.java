package org.denba.fhir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FhirFileTest {

  private static final String BUNDLE_JSON =
      """
      {"resourceType": "Bundle", "type": "collection", "entry": [
        {"resource": {"resourceType": "Patient", "birthDate": "2025-05-01", "gender": "female"}},
        {"resource": {"resourceType": "Observation", "status": "final",
          "code": {"coding": [{"system": "http://loinc.org", "code": "9279-1"}]},
          "effectiveDateTime": "2026-11-22T09:00:00Z",
          "valueQuantity": {"value": 44, "system": "http://unitsofmeasure.org", "code": "/min"}}},
        {"resource": {"resourceType": "Observation", "status": "final",
          "code": {"coding": [
            {"system": "http://denba.org/fhir/CodeSystem/data-element", "code": "cough"}]},
          "effectiveDateTime": "2026-11-22T09:00:00Z", "valueBoolean": true}}]}
      """;

  private static final String BUNDLE_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Bundle xmlns="http://hl7.org/fhir"><type value="collection"/>
        <entry><resource><Patient><birthDate value="2025-05-01"/></Patient></resource></entry>
        <entry><resource><Observation><status value="final"/>
          <code><coding><system value="http://denba.org/fhir/CodeSystem/data-element"/>
            <code value="cough"/></coding></code>
          <effectiveDateTime value="2026-11-22T09:00:00Z"/><valueBoolean value="true"/>
        </Observation></resource></entry>
      </Bundle>
      """;

  private final Typed typed = new Typed();

  @Test
  void answersABundleInJson() {
    assertThat(run(BUNDLE_JSON, "--json", "--language", "fr")).as(typed.err()).isZero();
    JsonNode answer = JsonMapper.builder().build().readTree(typed.out());
    assertThat(answer.path("date").asString()).isEqualTo("2026-11-22");
    assertThat(answer.path("language").asString()).isEqualTo("fr");
    assertThat(answer.path("urgency").asString()).isEqualTo("treat-here");
  }

  @Test
  void answersABundleInXml() {
    assertThat(run(BUNDLE_XML, "--json")).as(typed.err()).isZero();
    JsonNode answer = JsonMapper.builder().build().readTree(typed.out());
    assertThat(answer.at("/protocol/id").asString()).isEqualTo("imci-child");
  }

  @Test
  void refusesWhatIsNoFhir() {
    assertThat(run("<html><body/></html>")).isEqualTo(1);
    assertThat(run("{\"resourceType\": \"Bundle\", \"entry\": [")).isEqualTo(1);
    assertThat(run("{\"resourceType\": \"Patient\"}")).isEqualTo(1);
    assertThat(typed.err()).isNotBlank().doesNotContain("\tat ", "  at ");
  }

  private int run(String content, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "triage";
    System.arraycopy(options, 0, arguments, 1, options.length);
    arguments[arguments.length - 1] = "-";
    return typed.given(content, arguments);
  }
}
