package org.denba.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.fhir.mapping.Visits.at;
import static org.denba.fhir.mapping.Visits.quantity;
import static org.denba.fhir.operation.WebCalls.JSON;
import static org.denba.fhir.operation.WebCalls.XML;
import static org.denba.fhir.operation.WebCalls.body;
import static org.denba.fhir.operation.WebCalls.call;
import static org.denba.fhir.operation.WebCalls.error;
import static org.denba.fhir.operation.WebCalls.first;
import static org.denba.fhir.operation.WebCalls.fixture;
import static org.denba.fhir.operation.WebCalls.triage;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.denba.fhir.mapping.Visits;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.GuidanceResponse.GuidanceResponseStatus;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class FhirControllerTest {

  @ParameterizedTest
  @ValueSource(strings = {"sick-child.json", "sick-child.xml"})
  void answers_a_bundle_in_the_order_that_is_promised(String fixture) throws Exception {
    MockHttpServletResponse response =
        call(
            post("/fhir/$triage")
                .contentType(fixture.endsWith("xml") ? XML : JSON)
                .content(fixture(fixture)));
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentType()).startsWith(fixture.endsWith("xml") ? XML : JSON);
    Bundle bundle = body(response, Bundle.class);
    assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.COLLECTION);
    List<String> types =
        bundle.getEntry().stream().map(e -> e.getResource().fhirType()).distinct().toList();
    assertThat(types)
        .containsExactly(
            "GuidanceResponse",
            "RiskAssessment",
            "Condition",
            "MedicationRequest",
            "CarePlan",
            "Task",
            "CommunicationRequest",
            "OperationOutcome",
            "Provenance",
            "Binary");
    GuidanceResponse guidance = first(bundle, GuidanceResponse.class);
    assertThat(guidance.getStatus()).isEqualTo(GuidanceResponseStatus.DATAREQUIRED);
    assertThat(guidance.getDataRequirement()).isNotEmpty();
    RiskAssessment risk = first(bundle, RiskAssessment.class);
    assertThat(risk.getPrediction().get(0).getOutcome().getCodingFirstRep().getCode())
        .isEqualTo("treat-here");
    assertThat(risk.getPrediction().get(1).getOutcome().getCodingFirstRep().getCode())
        .isEqualTo("refer-urgent");
  }

  @Test
  void the_same_request_gives_the_same_bytes() throws Exception {
    byte[] once = call(triage(fixture("sick-child.json"))).getContentAsByteArray();
    byte[] twice = call(triage(fixture("sick-child.json"))).getContentAsByteArray();
    assertThat(once).isEqualTo(twice);
  }

  @Test
  void another_patient_gets_other_names() throws Exception {
    Bundle one =
        body(
            call(triage(Visits.ofChild().says("cough", new BooleanType(true)).json())),
            Bundle.class);
    byte[] other =
        new String(
                Visits.ofChild().says("cough", new BooleanType(true)).json(),
                StandardCharsets.UTF_8)
            .replace("p1", "p2")
            .getBytes(StandardCharsets.UTF_8);
    Bundle two = body(call(triage(other)), Bundle.class);
    assertThat(one.getEntryFirstRep().getFullUrl())
        .isNotEqualTo(two.getEntryFirstRep().getFullUrl());
  }

  @Test
  void is_bad_request_when_it_cannot_be_parsed() throws Exception {
    error(call(triage("{".getBytes(StandardCharsets.UTF_8))), 400);
    error(call(post("/fhir/$triage").contentType(XML).content("<Bundle")), 400);
    error(call(post("/fhir/$triage").contentType(XML).content("<!DOCTYPE x><Bundle/>")), 400);
    error(call(triage(new byte[0])), 400);
  }

  @Test
  void is_unsupported_when_it_is_no_fhir_type() throws Exception {
    error(call(post("/fhir/$triage").contentType("text/plain").content("x")), 415);
    error(call(post("/fhir/$triage").content(Visits.ofChild().json())), 415);
    error(
        call(
            post("/fhir/$triage")
                .contentType("application/fhir+json;charset=ISO-8859-1")
                .content("{}")),
        415);
  }

  @Test
  void is_too_large_beyond_the_limit() throws Exception {
    byte[] large = new byte[5 * 1024 * 1024 + 1];
    Arrays.fill(large, (byte) ' ');
    error(call(triage(large)), 413);
  }

  @Test
  void is_unprocessable_with_the_place_of_what_is_wrong() throws Exception {
    byte[] body =
        Visits.ofChild()
            .says("muac", quantity("14", "kg"))
            .says("age-months", new IntegerType(3))
            .json();
    OperationOutcome outcome = error(call(triage(body)), 422);
    assertThat(outcome.getIssueFirstRep().getExpression().get(0).getValue())
        .isEqualTo("Bundle.entry[2].resource.value");
    assertThat(outcome.getIssueFirstRep().getDiagnostics()).contains("kg");

    OperationOutcome disagrees =
        error(call(triage(Visits.ofChild().says("age-months", new IntegerType(3)).json())), 422);
    assertThat(disagrees.getIssueFirstRep().getExpression().get(0).getValue())
        .isEqualTo("Bundle.entry[2].resource.value");

    OperationOutcome ageless = error(call(triage(Visits.empty().json())), 422);
    assertThat(ageless.getIssueFirstRep().getDetails().getCodingFirstRep().getCode())
        .isEqualTo("age-missing");

    Parameters unknown = new Parameters();
    unknown.addParameter().setName("bundle").setResource(Visits.ofChild().bundle());
    unknown.addParameter().setName("protocol").setValue(new StringType("nonsense"));
    error(call(triage(Visits.json(unknown))), 422);
  }

  @Test
  void is_unavailable_while_no_rules_are_loaded() throws Exception {
    MockHttpServletResponse response =
        FhirCalls.webWithoutRules()
            .perform(triage(Visits.ofChild().json()))
            .andReturn()
            .getResponse();
    error(response, 503);
  }

  @Test
  void everything_else_under_fhir_is_not_there() throws Exception {
    error(call(get("/fhir")), 404);
    error(call(get("/fhir/Patient/1")), 404);
    error(call(get("/fhir/$triage")), 405);
    assertThat(call(get("/fhir/$triage")).getHeader("Allow")).isEqualTo("POST");
    error(call(post("/fhir/metadata").content("{}")), 405);
  }

  @ParameterizedTest
  @ValueSource(strings = {JSON, XML})
  void describes_itself(String accept) throws Exception {
    MockHttpServletResponse response = call(get("/fhir/metadata").header("Accept", accept));
    assertThat(response.getStatus()).isEqualTo(200);
    CapabilityStatement statement = body(response, CapabilityStatement.class);
    assertThat(statement.getFhirVersion().toCode()).isEqualTo("4.0.1");
    assertThat(statement.getFormat()).extracting(CodeType::getValue).containsExactly(JSON, XML);
    assertThat(statement.getRestFirstRep().getOperationFirstRep().getName()).isEqualTo("triage");
    assertThat(statement.getSoftware().getVersion()).isEqualTo("test");
    assertThat(statement.getRestFirstRep().getSecurity().getDescription()).contains("loopback");
  }

  @Test
  void contradicting_values_give_the_more_severe_answer_in_any_order() throws Exception {
    Visits yesFirst =
        Visits.ofChild()
            .says("cough", new BooleanType(true))
            .says("stridor-calm", new BooleanType(true), at(Visits.DAY + "T09:00:00Z"))
            .says("stridor-calm", new BooleanType(false), at(Visits.DAY + "T09:00:00Z"));
    Visits noFirst =
        Visits.ofChild()
            .says("cough", new BooleanType(true))
            .says("stridor-calm", new BooleanType(false), at(Visits.DAY + "T09:00:00Z"))
            .says("stridor-calm", new BooleanType(true), at(Visits.DAY + "T09:00:00Z"));
    for (Visits visits : List.of(yesFirst, noFirst)) {
      Bundle bundle = body(call(triage(visits.json())), Bundle.class);
      assertThat(
              first(bundle, RiskAssessment.class)
                  .getPredictionFirstRep()
                  .getOutcome()
                  .getCodingFirstRep()
                  .getCode())
          .isEqualTo("refer-urgent");
      assertThat(first(bundle, OperationOutcome.class).getIssue())
          .extracting(i -> i.getDetails().getCodingFirstRep().getCode())
          .contains("duplicate-different");
    }
  }

  @Test
  void ten_thousand_observations_are_answered() throws Exception {
    Visits visits = Visits.ofChild();
    for (int i = 0; i < 10_000; i++) {
      visits.coded(
          "http://loinc.org",
          "9279-1",
          quantity(String.valueOf(30 + i % 30), "/min"),
          at(
              Visits.DAY
                  + "T09:"
                  + i / 60 % 60 / 10
                  + i / 60 % 10
                  + ":"
                  + i % 60 / 10
                  + i % 10
                  + "Z"));
    }
    byte[] body = visits.json();
    assertThat(body.length).isLessThan(5 * 1024 * 1024);
    MockHttpServletResponse response = call(triage(body));
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(first(body(response, Bundle.class), Binary.class).getContentType())
        .isEqualTo("application/json");
  }
}
