package org.denba.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.fhir.mapping.Visits.at;
import static org.denba.fhir.mapping.Visits.code;
import static org.denba.fhir.mapping.Visits.quantity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.denba.fhir.finding.UcumUnits;
import org.denba.fhir.mapping.FhirFormat;
import org.denba.fhir.mapping.Visits;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.settings.DenbaProperties;
import org.denba.fhir.triage.JsonTriage;
import org.denba.fhir.triage.TriageRegister;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.GuidanceResponse.GuidanceResponseStatus;
import org.junit.jupiter.api.Test;

/** The FHIR door and the JSON door give the same answer to the same findings. */
class SameAnswerTest {

  private static final List<String> ABSENT =
      List.of(
          "unable-drink-breastfeed",
          "vomits-everything",
          "convulsions-this-illness",
          "convulsing-now",
          "lethargic",
          "unconscious",
          "difficult-breathing",
          "chest-indrawing",
          "stridor-calm",
          "wheeze",
          "diarrhoea",
          "fever-history",
          "feels-hot",
          "ear-problem",
          "other-problem-reported");

  private static Visits settledCough() {
    Visits visits = Visits.ofChild();
    ABSENT.forEach(sign -> visits.says(sign, new BooleanType(false)));
    return visits
        .says("cough", new BooleanType(true))
        .says("cough-duration-days", quantity("3", "d"))
        .says("respiratory-rate", quantity("44", "/min"), at(Visits.DAY + "T09:00:00Z"))
        .says("spo2", quantity("97", "%"))
        .says("temperature-axillary", quantity("36.8", "Cel"))
        .says("muac", quantity("14", "cm"))
        .says("whz", quantity("-0.5", "{Zscore}"))
        .says("oedema-feet", code(null, "none"))
        .says("palmar-pallor", code(null, "none"))
        .says(
            "hb",
            null,
            o ->
                o.setDataAbsentReason(
                    code(
                        "http://terminology.hl7.org/CodeSystem/data-absent-reason",
                        "not-performed")))
        .says("hiv-mother", code(null, "negative"));
  }

  private static String json() {
    StringBuilder findings = new StringBuilder();
    ABSENT.forEach(sign -> findings.append('"').append(sign).append("\":false,"));
    return "{\"date\":\"2026-11-22\",\"patient\":{\"birthDate\":\"2025-05-01\"},\"findings\":{"
        + findings
        + "\"cough\":true,\"cough-duration-days\":3,\"respiratory-rate\":44,\"spo2\":97,\"temperature-axillary\":36.8,"
        + "\"muac\":140,\"whz\":-0.5,\"oedema-feet\":\"none\",\"palmar-pallor\":\"none\",\"hb\":\"not-done\","
        + "\"hiv-mother\":\"negative\"}}";
  }

  @Test
  void the_binary_is_the_json_answer_byte_for_byte() {
    byte[] answer =
        FhirCalls.triage()
            .triage(settledCough().json(), FhirFormat.JSON, FhirFormat.JSON, "fr")
            .body();
    Bundle bundle = (Bundle) FhirCalls.PARSER.parse(answer, FhirFormat.JSON).resource();
    List<Bundle.BundleEntryComponent> entries = bundle.getEntry();
    Binary binary = (Binary) entries.get(entries.size() - 1).getResource();

    ActiveRules rules = new ActiveRules();
    rules.replace(LoadedRules.of(FhirCalls.ENGINE, new UcumUnits()));
    byte[] expected =
        new JsonTriage(rules, FhirCalls.JSON, DenbaProperties.defaults(), TriageRegister.NONE)
            .answer(json().getBytes(StandardCharsets.UTF_8), "fr")
            .json();
    assertThat(new String(binary.getData(), StandardCharsets.UTF_8))
        .isEqualTo(new String(expected, StandardCharsets.UTF_8));
  }

  @Test
  void a_settled_answer_is_a_success_and_every_answer_that_is_left_out_opens_it() {
    assertThat(status(settledCough())).isEqualTo(GuidanceResponseStatus.SUCCESS);
    for (String sign : ABSENT.subList(0, 6)) {
      Visits less = settledCough();
      less.bundle()
          .getEntry()
          .removeIf(
              e ->
                  new String(Visits.json(e.getResource()), StandardCharsets.UTF_8)
                      .contains('"' + sign + '"'));
      assertThat(status(less)).as(sign).isEqualTo(GuidanceResponseStatus.DATAREQUIRED);
    }
  }

  @Test
  void a_contradiction_never_makes_an_answer_greener() {
    for (String sign : ABSENT.subList(0, 6)) {
      byte[] both = settledCough().says(sign, new BooleanType(true)).json();
      byte[] answer =
          FhirCalls.triage().triage(both, FhirFormat.JSON, FhirFormat.JSON, "en").body();
      assertThat(new String(answer, StandardCharsets.UTF_8))
          .contains("\"code\":\"refer-urgent\"", "duplicate-different");
    }
  }

  private static GuidanceResponseStatus status(Visits visits) {
    byte[] answer =
        FhirCalls.triage().triage(visits.json(), FhirFormat.JSON, FhirFormat.JSON, "en").body();
    Bundle bundle = (Bundle) FhirCalls.PARSER.parse(answer, FhirFormat.JSON).resource();
    return ((GuidanceResponse) bundle.getEntryFirstRep().getResource()).getStatus();
  }
}
