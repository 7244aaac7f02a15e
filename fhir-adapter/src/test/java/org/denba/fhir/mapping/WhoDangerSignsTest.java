package org.denba.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.fhir.mapping.AntenatalAnswers.DANGER_SIGNS;
import static org.denba.fhir.mapping.AntenatalAnswers.NONE;
import static org.denba.fhir.mapping.AntenatalAnswers.WHO;
import static org.denba.fhir.mapping.AntenatalAnswers.answered;
import static org.denba.fhir.mapping.AntenatalAnswers.asked;
import static org.denba.fhir.mapping.AntenatalAnswers.findings;
import static org.denba.fhir.mapping.AntenatalAnswers.form;
import static org.denba.fhir.mapping.AntenatalAnswers.woman;
import static org.denba.fhir.mapping.AntenatalAnswers.words;
import static org.denba.fhir.mapping.Visits.at;
import static org.denba.fhir.mapping.Visits.code;
import static org.denba.fhir.mapping.Visits.notices;
import static org.denba.fhir.mapping.Visits.quantity;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Danger signs in the WHO guideline's codes: one by one, several, and none of them. */
class WhoDangerSignsTest {

  @ParameterizedTest
  @CsvSource({
    "DE50, vaginal-bleeding, amount-not-recorded",
    "DE51, central-cyanosis, yes",
    "DE52, convulsing, yes",
    "DE53, fever-history, yes",
    "DE54, delivery-imminent, yes",
    "DE55, labour, yes",
    "DE56, looks-very-ill, yes",
    "DE57, headache-severe, yes",
    "DE58, severe-pain, yes",
    "DE59, vomiting-severe, yes",
    "DE60, abdominal-pain-severe, yes",
    "DE61, unconscious, yes",
    "DE62, visual-disturbance, yes",
  })
  void a_danger_sign_sets_its_own_finding_and_no_other(String answer, String id, String expected) {
    String code = "ANC.B5." + answer;
    assertThat(findings(answered(DANGER_SIGNS, code))).isEqualTo(Map.of(id, expected));
    assertThat(findings(asked(code, new BooleanType(true)))).isEqualTo(Map.of(id, expected));
    assertThat(findings(asked(code, code("http://snomed.info/sct", "373066001"))))
        .isEqualTo(Map.of(id, expected));
    String opposite = expected.equals("yes") ? "no" : "none";
    assertThat(findings(asked(code, new BooleanType(false)))).isEqualTo(Map.of(id, opposite));
    assertThat(findings(asked(DANGER_SIGNS, new StringType(code)))).isEqualTo(Map.of(id, expected));
    assertThat(findings(woman().with(form(DANGER_SIGNS, new Coding(WHO, code, null)))))
        .isEqualTo(Map.of(id, expected));
  }

  @Test
  void several_answers_come_as_codings_observations_or_components() {
    Map<String, String> expected = Map.of("labour", "yes", "convulsing", "yes");
    assertThat(findings(answered(DANGER_SIGNS, "ANC.B5.DE55", "ANC.B5.DE52"))).isEqualTo(expected);
    assertThat(
            findings(
                answered(DANGER_SIGNS, "ANC.B5.DE55")
                    .coded(WHO, DANGER_SIGNS, code(WHO, "ANC.B5.DE52"), o -> {})))
        .isEqualTo(expected);
    assertThat(
            findings(
                woman()
                    .coded(
                        WHO,
                        DANGER_SIGNS,
                        null,
                        o -> {
                          o.addComponent()
                              .setCode(code(WHO, "ANC.B5.DE55"))
                              .setValue(new BooleanType(true));
                          o.addComponent()
                              .setCode(code(WHO, DANGER_SIGNS))
                              .setValue(code(WHO, "ANC.B5.DE52"));
                        })))
        .isEqualTo(expected);
  }

  @Test
  void no_danger_signs_says_no_to_the_listed_signs_only() {
    Map<String, String> findings = findings(answered(DANGER_SIGNS, NONE));
    assertThat(findings)
        .containsOnlyKeys(
            "unconscious",
            "convulsing",
            "central-cyanosis",
            "headache-severe",
            "visual-disturbance",
            "severe-pain",
            "vomiting-severe",
            "abdominal-pain-severe",
            "looks-very-ill",
            "labour",
            "delivery-imminent",
            "fever-history",
            "vaginal-bleeding")
        .containsEntry("vaginal-bleeding", "none")
        .containsEntry("convulsing", "no");
    assertThat(findings(asked(NONE, new BooleanType(true)))).isEqualTo(findings);
    assertThat(findings(asked(NONE, new BooleanType(false)))).isEmpty();
  }

  @Test
  void any_yes_beside_no_danger_signs_wins_with_a_warning() {
    for (Visits visits :
        List.of(
            answered(DANGER_SIGNS, NONE, "ANC.B5.DE50"),
            answered(DANGER_SIGNS, NONE)
                .says("vaginal-bleeding", code(null, "heavy"), at(Visits.DAY + "T07:00:00Z")),
            answered(DANGER_SIGNS, NONE).coded(WHO, "ANC.B5.DE50", new BooleanType(true), o -> {}),
            answered(DANGER_SIGNS, NONE)
                .coded(WHO, "ANC.B7.DE43", code(WHO, "ANC.B7.DE66"), o -> {}))) {
      FhirEncounter read = visits.read();
      assertThat(words(read).get("vaginal-bleeding")).isIn("amount-not-recorded", "heavy");
      assertThat(words(read)).containsEntry("convulsing", "no");
      assertThat(notices(read)).contains("contradiction");
    }
  }

  @Test
  void an_answer_that_is_not_understood_takes_away_no_danger_signs() {
    FhirEncounter same = answered(DANGER_SIGNS, NONE, "ANC.B5.DE63").read();
    assertThat(words(same)).isEmpty();
    assertThat(notices(same)).containsExactly("unknown-code");
    FhirEncounter apart =
        answered(DANGER_SIGNS, NONE)
            .coded(WHO, DANGER_SIGNS, code(WHO, "ANC.B5.DE63"), o -> {})
            .read();
    assertThat(words(apart)).isEmpty();
    FhirEncounter beside = answered(DANGER_SIGNS, "ANC.B5.DE52", "ANC.B5.DE63").read();
    assertThat(words(beside)).isEqualTo(Map.of("convulsing", "yes"));
  }

  @Test
  void a_translation_beside_the_answer_takes_nothing_away() {
    CodeableConcept value = code(WHO, NONE).addCoding(new Coding(FhirSystems.SNOMED, "1", null));
    FhirEncounter read = asked(DANGER_SIGNS, value).read();
    assertThat(words(read)).hasSize(13);
    assertThat(notices(read)).isEmpty();
  }

  @Test
  void an_unknown_or_missing_answer_is_no_answer() {
    for (Visits visits :
        List.of(
            answered(DANGER_SIGNS, "ANC.B5.DE999"),
            asked(DANGER_SIGNS, new StringType("none of them")),
            asked(DANGER_SIGNS, new BooleanType(false)),
            asked(DANGER_SIGNS, new CodeableConcept()),
            asked(DANGER_SIGNS, null),
            asked(DANGER_SIGNS, quantity("1", "1")))) {
      FhirEncounter read = visits.read();
      assertThat(words(read)).isEmpty();
      assertThat(notices(read)).containsExactly("unknown-code");
    }
  }

  @Test
  void codes_of_a_system_that_was_not_compared_are_not_read() {
    String other = "http://smart.who.int/anc/CodeSystem/ANC.B5";
    FhirEncounter read =
        woman()
            .coded(other, DANGER_SIGNS, code(other, NONE), o -> {})
            .coded(other, "ANC.B8.DE17", quantity("120", "mm[Hg]"), o -> {})
            .coded(other, NONE, new BooleanType(true), o -> {})
            .read();
    assertThat(words(read)).isEmpty();
    assertThat(notices(read)).containsOnly("unknown-code");
  }

  @Test
  void preliminary_and_withdrawn_answers() {
    FhirEncounter early =
        woman()
            .coded(
                WHO,
                "ANC.B5.DE52",
                new BooleanType(true),
                o -> o.setStatus(ObservationStatus.PRELIMINARY))
            .read();
    assertThat(words(early)).isEqualTo(Map.of("convulsing", "yes"));
    assertThat(notices(early)).containsExactly("preliminary-answer");
    assertThat(
            woman()
                .coded(
                    WHO,
                    DANGER_SIGNS,
                    code(WHO, NONE),
                    o -> o.setStatus(ObservationStatus.ENTEREDINERROR))
                .read()
                .request()
                .findings())
        .isEmpty();
  }
}
