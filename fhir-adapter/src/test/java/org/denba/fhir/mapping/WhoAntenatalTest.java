package org.denba.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.denba.fhir.mapping.Visits.at;
import static org.denba.fhir.mapping.Visits.code;
import static org.denba.fhir.mapping.Visits.quantity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.denba.engine.assessment.Finding;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.Notice;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The element codes of the WHO antenatal care guideline as our findings. */
class WhoAntenatalTest {

  private static final String WHO =
      "http://fhir.org/guides/who/anc-cds/CodeSystem/anc-custom-codes";
  private static final String DANGER_SIGNS = "ANC.B5.DE48";
  private static final Finding YES = new Finding.Answer(true);
  private static final Finding NO = new Finding.Answer(false);

  private static Visits woman() {
    return Visits.empty().patient("p1", "1998-03-01").encounter(Visits.DAY + "T08:00:00Z");
  }

  private static Visits asked(String question, Type value) {
    return woman().coded(WHO, question, value, o -> {});
  }

  private static Visits answered(String question, String... answers) {
    CodeableConcept value = new CodeableConcept();
    for (String answer : answers) {
      value.addCoding(new Coding(WHO, answer, null));
    }
    return asked(question, value);
  }

  private static Map<String, String> findings(Visits visits) {
    return words(visits.read());
  }

  private static Map<String, String> words(FhirEncounter read) {
    Map<String, String> words = new TreeMap<>();
    read.request().findings().forEach((id, finding) -> words.put(id, word(finding)));
    return words;
  }

  private static String word(Finding finding) {
    if (finding instanceof Finding.Answer answer) {
      return answer.yes() ? "yes" : "no";
    } else if (finding instanceof Finding.Code code) {
      return code.code();
    }
    return finding instanceof Finding.NotDone ? "not-done" : finding.toString();
  }

  private static List<String> notices(FhirEncounter encounter) {
    return encounter.request().notices().stream().map(Notice::code).toList();
  }

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

  private static final String NONE = "ANC.B5.DE49";

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

  @ParameterizedTest
  @CsvSource({
    "ANC.B8.DE27, ANC.B8.DE29, headache-severe, yes",
    "ANC.B8.DE27, ANC.B8.DE30, visual-disturbance, yes",
    "ANC.B8.DE27, ANC.B8.DE31, epigastric-pain, yes",
    "ANC.B8.DE27, ANC.B8.DE32, dizziness, yes",
    "ANC.B8.DE27, ANC.B8.DE33, vomiting-severe, yes",
    "ANC.B8.DE39, ANC.B8.DE41, difficult-breathing, no",
    "ANC.B8.DE39, ANC.B8.DE42, difficult-breathing, yes",
    "ANC.B8.DE39, ANC.B8.DE43, cough, yes",
    "ANC.B8.DE39, ANC.B8.DE44, difficult-breathing, yes",
    "ANC.B8.DE79, ANC.B8.DE83, membranes-ruptured, yes",
    "ANC.B8.DE95, ANC.B8.DE97, swelling-face-hands, yes",
    "ANC.B7.DE98, ANC.B7.DE99, fetal-movement, normal",
    "ANC.B7.DE98, ANC.B7.DE100, fetal-movement, reduced",
    "ANC.B7.DE98, ANC.B7.DE101, fetal-movement, none",
    "ANC.B7.DE43, ANC.B7.DE47, difficult-breathing, yes",
    "ANC.B7.DE43, ANC.B7.DE52, fever-history, yes",
    "ANC.B7.DE43, ANC.B7.DE53, tires-easily, yes",
    "ANC.B7.DE43, ANC.B7.DE60, burning-urination, yes",
    "ANC.B7.DE43, ANC.B7.DE66, vaginal-bleeding, amount-not-recorded",
    "ANC.B7.DE43, ANC.B7.DE68, visual-disturbance, yes",
    "ANC.B9.DE144, ANC.B9.DE145, urine-protein, none",
    "ANC.B9.DE144, ANC.B9.DE146, urine-protein, 1+",
    "ANC.B9.DE144, ANC.B9.DE147, urine-protein, 2+",
    "ANC.B9.DE144, ANC.B9.DE148, urine-protein, 3+",
    "ANC.B9.DE144, ANC.B9.DE149, urine-protein, 4+",
    "ANC.B9.DE41, ANC.B9.DE42, hiv, positive",
    "ANC.B9.DE41, ANC.B9.DE43, hiv, negative",
    "ANC.B9.DE41, ANC.B9.DE44, hiv, inconclusive",
    "ANC.B9.DE45, ANC.B9.DE46, hiv, positive",
    "ANC.B9.DE45, ANC.B9.DE47, hiv, negative",
    "ANC.B9.DE107, ANC.B9.DE108, syphilis, positive",
    "ANC.B9.DE107, ANC.B9.DE109, syphilis, negative",
    "ANC.B9.DE110, ANC.B9.DE111, syphilis, positive",
    "ANC.B9.DE110, ANC.B9.DE112, syphilis, negative",
  })
  void an_answer_sets_its_finding(String question, String answer, String id, String expected) {
    assertThat(findings(answered(question, answer))).isEqualTo(Map.of(id, expected));
    assertThat(findings(asked(answer, new BooleanType(true)))).isEqualTo(Map.of(id, expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ANC.B9.DE43", "ANC.B9.DE109", "ANC.B9.DE145", "ANC.B7.DE99"})
  void a_no_to_one_of_several_answers_does_not_tell_which_other_one_it_is(String answer) {
    assertThat(findings(asked(answer, new BooleanType(false)))).isEmpty();
  }

  @Test
  void the_code_of_a_test_takes_our_own_and_public_results_as_well() {
    assertThat(findings(asked("ANC.B9.DE41", code(FhirSystems.SNOMED, "10828004"))))
        .isEqualTo(Map.of("hiv", "positive"));
    assertThat(findings(asked("ANC.B9.DE144", code(null, "2+"))))
        .isEqualTo(Map.of("urine-protein", "2+"));
    assertThatThrownBy(() -> asked("ANC.B9.DE41", code(WHO, "ANC.B9.DE999")).read())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("hiv");
  }

  @Test
  void no_symptom_of_severe_preeclampsia_says_no_to_the_five() {
    assertThat(findings(answered("ANC.B8.DE27", "ANC.B8.DE28")))
        .isEqualTo(
            Map.of(
                "headache-severe", "no",
                "visual-disturbance", "no",
                "epigastric-pain", "no",
                "dizziness", "no",
                "vomiting-severe", "no"));
    FhirEncounter both = answered("ANC.B8.DE27", "ANC.B8.DE28", "ANC.B8.DE31").read();
    assertThat(words(both)).containsEntry("epigastric-pain", "yes");
    assertThat(notices(both)).containsExactly("contradiction");
  }

  @Test
  void a_normal_respiratory_examination_gives_way_to_a_breathing_difficulty() {
    FhirEncounter both = answered("ANC.B8.DE39", "ANC.B8.DE41", "ANC.B8.DE42").read();
    assertThat(words(both)).isEqualTo(Map.of("difficult-breathing", "yes"));
    assertThat(notices(both)).containsExactly("contradiction");
    assertThat(findings(answered("ANC.B8.DE39", "ANC.B8.DE40"))).isEmpty();
  }

  @Test
  void pallor_is_none_or_at_least_some() {
    assertThat(findings(asked("ANC.B8.DE38", new BooleanType(false))))
        .isEqualTo(Map.of("palmar-pallor", "none", "conjunctival-pallor", "none"));
    FhirEncounter some = asked("ANC.B8.DE38", new BooleanType(true)).read();
    assertThat(words(some)).isEqualTo(Map.of("palmar-pallor", "some"));
    assertThat(notices(some)).containsExactly("severity-not-told");
    FhirEncounter severe =
        woman()
            .coded(WHO, "ANC.B8.DE38", new BooleanType(true), at(Visits.DAY + "T10:00:00Z"))
            .says("palmar-pallor", code(null, "severe"), at(Visits.DAY + "T09:00:00Z"))
            .read();
    assertThat(words(severe)).isEqualTo(Map.of("palmar-pallor", "severe"));
    FhirEncounter contradicted =
        woman()
            .coded(WHO, "ANC.B8.DE38", new BooleanType(true), o -> {})
            .says("palmar-pallor", code(null, "none"))
            .read();
    assertThat(contradicted.contradictions()).containsOnlyKeys("palmar-pallor");
  }

  @Test
  void bleeding_without_an_amount_gives_way_to_one_with_an_amount() {
    FhirEncounter read =
        woman()
            .coded(WHO, "ANC.B5.DE50", new BooleanType(true), at(Visits.DAY + "T10:00:00Z"))
            .says("vaginal-bleeding", code(null, "heavy"), at(Visits.DAY + "T09:00:00Z"))
            .read();
    assertThat(words(read)).isEqualTo(Map.of("vaginal-bleeding", "heavy"));
  }

  @Test
  void the_fetal_heart_is_heard_or_not_heard_or_not_listened_for() {
    assertThat(findings(asked("ANC.B8.DE106", new BooleanType(true))))
        .isEqualTo(Map.of("fetal-heart", "present"));
    assertThat(findings(asked("ANC.B8.DE106", new BooleanType(false))))
        .isEqualTo(Map.of("fetal-heart", "absent"));
    assertThat(
            findings(
                woman()
                    .coded(
                        WHO,
                        "ANC.B8.DE106",
                        null,
                        o ->
                            o.setDataAbsentReason(
                                code(FhirSystems.DATA_ABSENT_REASON, "not-performed")))))
        .isEqualTo(Map.of("fetal-heart", "not-done"));
  }

  @Test
  void a_test_that_was_not_conducted_is_not_done() {
    assertThat(findings(asked("ANC.B9.DE35", new BooleanType(false))))
        .isEqualTo(Map.of("hiv", "not-done"));
    assertThat(findings(asked("ANC.B9.DE35", new BooleanType(true)))).isEmpty();
    assertThat(
            findings(
                asked("ANC.B9.DE35", new BooleanType(false))
                    .coded(WHO, "ANC.B9.DE41", code(WHO, "ANC.B9.DE42"), o -> {})))
        .isEqualTo(Map.of("hiv", "positive"));
  }

  @Test
  void blood_pressure_that_cannot_be_taken_is_not_done_unless_it_was_measured() {
    Map<String, String> notDone = Map.of("sbp1", "not-done", "dbp1", "not-done");
    assertThat(findings(asked("ANC.B8.DE22", new BooleanType(true)))).isEqualTo(notDone);
    assertThat(findings(asked("ANC.B8.DE22", new BooleanType(false)))).isEmpty();
    assertThat(findings(answered("ANC.B8.DE23", "ANC.B8.DE24"))).isEqualTo(notDone);
    FhirEncounter measured =
        asked("ANC.B8.DE22", new BooleanType(true))
            .coded(WHO, "ANC.B8.DE17", quantity("150", "mm[Hg]"), o -> {})
            .read();
    assertThat(measured.request().findings()).containsEntry("sbp1", Finding.Quantity.of(150));
  }

  @ParameterizedTest
  @CsvSource({
    "ANC.B8.DE17, sbp1, mm[Hg], 150, 150",
    "ANC.B8.DE19, dbp1, mm[Hg], 95, 95",
    "ANC.B8.DE20, sbp2, mm[Hg], 150, 150",
    "ANC.B8.DE21, dbp2, mm[Hg], 95, 95",
    "ANC.B8.DE34, temperature-axillary, Cel, 38.4, 38.4",
    "ANC.B8.DE35, temperature-2, Cel, 38.4, 38.4",
    "ANC.B8.DE36, heart-rate, /min, 110, 110",
    "ANC.B8.DE37, heart-rate-2, /min, 110, 110",
    "ANC.B8.DE49, spo2, %, 93, 93",
    "ANC.B8.DE107, fhr, /min, 170, 170",
    "ANC.B8.DE108, fhr-2, /min, 170, 170",
    "ANC.B9.DE186, hb, g/dL, 6.8, 68",
    "ANC.B6.DE17, ga-days, wk, 30, 210",
  })
  void measurements_in_the_units_of_who(
      String code, String id, String unit, String value, double expected) {
    Finding finding = Finding.Quantity.of(expected);
    assertThat(asked(code, quantity(value, unit)).read().request().findings())
        .isEqualTo(Map.of(id, finding));
    assertThat(woman().with(form(code, new DecimalType(value))).read().request().findings())
        .isEqualTo(Map.of(id, finding));
  }

  @Test
  void a_number_without_a_unit_is_in_the_unit_of_its_code() {
    assertThat(asked("ANC.B9.DE186", new Quantity().setValue(11)).read().request().findings())
        .isEqualTo(Map.of("hb", Finding.Quantity.of(110)));
    assertThat(
            woman()
                .coded(FhirSystems.LOINC, "18185-9", new IntegerType(30), o -> {})
                .read()
                .request()
                .findings())
        .isEqualTo(Map.of("ga-days", Finding.Quantity.of(210)));
    assertThat(woman().says("hb", new IntegerType(110)).read().request().findings())
        .isEqualTo(Map.of("hb", Finding.Quantity.of(110)));
    assertThat(woman().with(form("ANC.B6.DE17", new DecimalType("12"))).read().request().findings())
        .isEqualTo(Map.of("ga-days", Finding.Quantity.of(84)));
  }

  @Test
  void dates_of_the_pregnancy() {
    FhirEncounter read =
        asked("ANC.B6.DE14", new DateTimeType("2026-05-01"))
            .coded(WHO, "ANC.B6.DE22", new DateTimeType("2027-02-05"), o -> {})
            .read();
    assertThat(read.request().findings())
        .containsEntry("lmp-date", new Finding.Day(LocalDate.of(2026, 5, 1)))
        .containsEntry("edd", new Finding.Day(LocalDate.of(2027, 2, 5)));
  }

  @Test
  void a_rhythm_is_no_heart_rate() {
    FhirEncounter read =
        woman().coded(FhirSystems.LOINC, "8884-9", quantity("70", "/min"), o -> {}).read();
    assertThat(read.request().findings()).isEmpty();
    assertThat(notices(read)).containsExactly("unknown-code");
    assertThat(
            woman()
                .coded(FhirSystems.LOINC, "8867-4", quantity("70", "/min"), o -> {})
                .read("heart-rate")
                .request()
                .findings())
        .isEqualTo(Map.of("heart-rate", Finding.Quantity.of(70)));
  }

  @Test
  void pregnancy_status_of_the_patient_summary() {
    String question = "82810-3";
    assertThat(
            woman()
                .coded(FhirSystems.LOINC, question, code(FhirSystems.LOINC, "LA15173-0"), o -> {})
                .read()
                .request()
                .findings())
        .isEqualTo(Map.of("pregnant", YES));
    assertThat(
            woman()
                .coded(FhirSystems.LOINC, question, code(FhirSystems.SNOMED, "60001007"), o -> {})
                .read()
                .request()
                .findings())
        .isEqualTo(Map.of("pregnant", NO));
    assertThat(
            woman()
                .coded(FhirSystems.LOINC, question, code(FhirSystems.SNOMED, "146799005"), o -> {})
                .read()
                .request()
                .findings())
        .isEmpty();
  }

  @Test
  void preliminary_and_withdrawn_answers() {
    FhirEncounter early =
        woman()
            .coded(
                WHO,
                "ANC.B5.DE52",
                new BooleanType(true),
                o -> o.setStatus(org.hl7.fhir.r4.model.Observation.ObservationStatus.PRELIMINARY))
            .read();
    assertThat(words(early)).isEqualTo(Map.of("convulsing", "yes"));
    assertThat(notices(early)).containsExactly("preliminary-answer");
    assertThat(
            woman()
                .coded(
                    WHO,
                    DANGER_SIGNS,
                    code(WHO, NONE),
                    o ->
                        o.setStatus(
                            org.hl7.fhir.r4.model.Observation.ObservationStatus.ENTEREDINERROR))
                .read()
                .request()
                .findings())
        .isEmpty();
  }

  @Test
  void a_panel_that_was_not_done_is_two_measurements_that_were_not_done() {
    FhirEncounter read =
        woman()
            .coded(
                FhirSystems.LOINC,
                "85354-9",
                null,
                o -> o.setDataAbsentReason(code(FhirSystems.DATA_ABSENT_REASON, "unsupported")))
            .read("sbp1", "dbp1", "sbp2", "dbp2");
    Finding noDevice = new Finding.NotDone("no-device");
    assertThat(read.request().findings()).isEqualTo(Map.of("sbp1", noDevice, "dbp1", noDevice));
    assertThat(notices(read)).isEmpty();
  }

  @Test
  void two_panels_are_the_first_and_the_repeat_reading() {
    FhirEncounter read =
        woman()
            .coded(FhirSystems.LOINC, "85354-9", null, panel("09:20", "138", "88"))
            .coded(FhirSystems.LOINC, "85354-9", null, panel("09:00", "150", null))
            .read("sbp1", "dbp1", "sbp2", "dbp2");
    assertThat(read.request().findings())
        .containsEntry("sbp1", Finding.Quantity.of(150))
        .containsEntry("sbp2", Finding.Quantity.of(138))
        .containsEntry("dbp1", Finding.Quantity.of(88));
  }

  private static java.util.function.Consumer<org.hl7.fhir.r4.model.Observation> panel(
      String time, String systolic, String diastolic) {
    return o -> {
      o.setEffective(new DateTimeType(Visits.DAY + "T" + time + ":00Z"));
      o.addComponent()
          .setCode(code(FhirSystems.LOINC, "8480-6"))
          .setValue(quantity(systolic, "mm[Hg]"));
      if (diastolic == null) {
        o.addComponent()
            .setCode(code(FhirSystems.LOINC, "8462-4"))
            .setDataAbsentReason(code(FhirSystems.DATA_ABSENT_REASON, "not-performed"));
      } else {
        o.addComponent()
            .setCode(code(FhirSystems.LOINC, "8462-4"))
            .setValue(quantity(diastolic, "mm[Hg]"));
      }
    };
  }

  private static QuestionnaireResponse form(String linkId, Type value) {
    QuestionnaireResponse form = new QuestionnaireResponse();
    form.setStatus(QuestionnaireResponseStatus.COMPLETED);
    form.setSubject(new Reference("Patient/p1"));
    form.setAuthoredElement(new DateTimeType(Visits.DAY + "T09:00:00Z"));
    QuestionnaireResponseItemComponent item = new QuestionnaireResponseItemComponent();
    item.setLinkId(linkId);
    item.addAnswer().setValue(value);
    return form.addItem(item);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        DANGER_SIGNS,
        NONE,
        "ANC.B5.DE50",
        "ANC.B8.DE22",
        "ANC.B8.DE27",
        "ANC.B8.DE38",
        "ANC.B8.DE39",
        "ANC.B8.DE106",
        "ANC.B9.DE35",
        "ANC.B9.DE41",
        "ANC.B9.DE144",
        "ANC.B7.DE98"
      })
  void whatever_is_sent_as_an_answer_is_refused_or_not_known(String question) {
    for (Type value :
        List.of(
            quantity("123456789", "{x}"),
            new Period(),
            new StringType("x".repeat(100_000)),
            new StringType("\u0000*"),
            new StringType("*"),
            new StringType("-"),
            new IntegerType(-1),
            new DateTimeType(Visits.DAY),
            code(null, "unknown"),
            code(FhirSystems.NULL_FLAVOR, "UNK"),
            new CodeableConcept().addCoding(new Coding()).setText("nothing in particular"))) {
      Map<String, Finding> findings;
      try {
        findings = asked(question, value).read().request().findings();
      } catch (InvalidRequestException e) {
        continue;
      }
      assertThat(findings.values()).allMatch(f -> f instanceof Finding.Unknown);
    }
  }

  @Test
  void no_reason_and_an_unknown_reason_are_no_reasons() {
    assertThat(findings(asked("ANC.B8.DE23", new BooleanType(false)))).isEmpty();
    assertThat(findings(asked("ANC.B8.DE23", code(null, "unknown")))).isEmpty();
  }
}
