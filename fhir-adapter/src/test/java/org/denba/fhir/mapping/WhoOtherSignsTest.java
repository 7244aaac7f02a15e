package org.denba.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.fhir.mapping.AntenatalAnswers.DANGER_SIGNS;
import static org.denba.fhir.mapping.AntenatalAnswers.NONE;
import static org.denba.fhir.mapping.AntenatalAnswers.WHO;
import static org.denba.fhir.mapping.AntenatalAnswers.answered;
import static org.denba.fhir.mapping.AntenatalAnswers.asked;
import static org.denba.fhir.mapping.AntenatalAnswers.findings;
import static org.denba.fhir.mapping.AntenatalAnswers.woman;
import static org.denba.fhir.mapping.AntenatalAnswers.words;
import static org.denba.fhir.mapping.Visits.at;
import static org.denba.fhir.mapping.Visits.code;
import static org.denba.fhir.mapping.Visits.notices;
import static org.denba.fhir.mapping.Visits.quantity;

import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.denba.engine.triage.InvalidRequestException;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Symptoms and what was examined, in the WHO guideline's codes. */
class WhoOtherSignsTest {

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
}
