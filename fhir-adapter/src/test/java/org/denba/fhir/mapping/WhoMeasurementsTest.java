package org.denba.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.denba.fhir.mapping.AntenatalAnswers.WHO;
import static org.denba.fhir.mapping.AntenatalAnswers.answered;
import static org.denba.fhir.mapping.AntenatalAnswers.asked;
import static org.denba.fhir.mapping.AntenatalAnswers.findings;
import static org.denba.fhir.mapping.AntenatalAnswers.form;
import static org.denba.fhir.mapping.AntenatalAnswers.woman;
import static org.denba.fhir.mapping.Visits.code;
import static org.denba.fhir.mapping.Visits.notices;
import static org.denba.fhir.mapping.Visits.quantity;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.denba.engine.assessment.Finding;
import org.denba.engine.triage.InvalidRequestException;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measurements, dates and tests of a pregnancy, in the WHO guideline's codes and public ones. */
class WhoMeasurementsTest {

  private static final Finding YES = new Finding.Answer(true);
  private static final Finding NO = new Finding.Answer(false);

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

  private static Consumer<Observation> panel(String time, String systolic, String diastolic) {
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

  @Test
  void no_reason_and_an_unknown_reason_are_no_reasons() {
    assertThat(findings(asked("ANC.B8.DE23", new BooleanType(false)))).isEmpty();
    assertThat(findings(asked("ANC.B8.DE23", code(null, "unknown")))).isEmpty();
  }
}
