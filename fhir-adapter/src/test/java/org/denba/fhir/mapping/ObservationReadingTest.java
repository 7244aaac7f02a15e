package org.denba.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.denba.fhir.mapping.Visits.at;
import static org.denba.fhir.mapping.Visits.code;
import static org.denba.fhir.mapping.Visits.quantity;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.Notice;
import org.denba.engine.triage.RequestError;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ObservationReadingTest {

  private static final Finding YES = new Finding.Answer(true);
  private static final Finding NO = new Finding.Answer(false);

  private static Finding finding(Visits visits, String element) {
    return visits.read().request().findings().get(element);
  }

  private static List<String> notices(FhirEncounter encounter) {
    return encounter.request().notices().stream().map(Notice::code).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "http://denba.org/fhir/CodeSystem/data-element, respiratory-rate",
    "http://loinc.org, 9279-1",
    "http://smart.who.int/anything, Ccc.B22.DE01",
    "http://smart.who.int/anything, EmCare.B22.DE01",
    ", respiratory-rate",
    ", Ccc.B22.DE01",
  })
  void finds_the_element_by_any_of_its_codes(String system, String code) {
    Visits visits = Visits.ofChild().coded(system, code, quantity("44", "/min"), o -> {});
    assertThat(finding(visits, "respiratory-rate")).isEqualTo(Finding.Quantity.of(44));
  }

  @Test
  void a_foreign_system_does_not_make_a_loinc_code() {
    Visits visits =
        Visits.ofChild().coded("http://example.org", "9279-1", quantity("44", "/min"), o -> {});
    FhirEncounter read = visits.read();
    assertThat(read.request().findings()).isEmpty();
    assertThat(notices(read)).containsExactly("unknown-code");
  }

  @ParameterizedTest
  @CsvSource({
    "temperature-axillary, 100.4, [degF], 38",
    "muac, 14.0, cm, 140",
    "hb, 11.2, g/dL, 112",
    "weight, 10500, g, 10.5",
    "spo2, 0.93, 1, 93",
  })
  void converts_units(String element, String value, String unit, double expected) {
    Visits visits = Visits.ofChild().says(element, quantity(value, unit));
    assertThat(finding(visits, element)).isEqualTo(Finding.Quantity.of(expected));
  }

  @Test
  void takes_the_unit_text_where_there_is_no_ucum_code() {
    Quantity celsius = new Quantity().setValue(37).setUnit("°C");
    assertThat(finding(Visits.ofChild().says("temperature-axillary", celsius), "temperature-axillary"))
        .isEqualTo(Finding.Quantity.of(37));
  }

  @Test
  void takes_a_bare_integer_in_the_elements_own_unit() {
    assertThat(finding(Visits.ofChild().says("respiratory-rate", new IntegerType(44)), "respiratory-rate"))
        .isEqualTo(Finding.Quantity.of(44));
  }

  @ParameterizedTest
  @CsvSource({
    "http://snomed.info/sct, 373066001, true",
    "http://snomed.info/sct, 373067005, false",
    "http://loinc.org, LA33-6, true",
    "http://loinc.org, LA32-8, false",
    "http://example.org, yes, true",
    "http://example.org, no, false",
  })
  void reads_coded_yes_and_no(String system, String code, boolean yes) {
    assertThat(finding(Visits.ofChild().says("stridor-calm", code(system, code)), "stridor-calm"))
        .isEqualTo(new Finding.Answer(yes));
  }

  @Test
  void reads_value_codes_in_any_system_and_in_snomed_and_as_text() {
    List<Type> positives =
        List.of(
            code("http://example.org", "positive"),
            code(FhirSystems.SNOMED, "10828004"),
            new CodeableConcept().setText("positive"),
            new StringType("positive"));
    for (Type positive : positives) {
      assertThat(finding(Visits.ofChild().says("malaria-test", positive), "malaria-test"))
          .isEqualTo(new Finding.Code("positive"));
    }
  }

  @Test
  void reads_dates_in_the_zone_of_the_service() {
    Visits visits =
        Visits.ofChild().says("vitamin-a-last-date", new DateTimeType("2026-06-01T23:30:00-05:00"));
    assertThat(finding(visits, "vitamin-a-last-date"))
        .isEqualTo(new Finding.Day(LocalDate.of(2026, 6, 2)));
  }

  @Test
  void a_date_without_a_day_is_not_known() {
    FhirEncounter read =
        Visits.ofChild().says("vitamin-a-last-date", new DateTimeType("2026-06")).read();
    assertThat(read.request().findings()).containsEntry("vitamin-a-last-date", new Finding.Unknown());
    assertThat(notices(read)).containsExactly("no-value");
  }

  @Test
  void a_sign_without_a_value_is_never_a_yes() {
    FhirEncounter read = Visits.ofChild().says("stridor-calm", null).read();
    assertThat(read.request().findings()).containsEntry("stridor-calm", new Finding.Unknown());
    assertThat(notices(read)).containsExactly("no-value");
  }

  @ParameterizedTest
  @CsvSource({
    "not-performed, unspecified",
    "unsupported, no-device",
    "asked-declined, refused",
    "not-permitted, refused",
  })
  void reads_why_a_value_is_absent(String reason, String notDone) {
    Visits visits = Visits.ofChild().says("spo2", null, absent(FhirSystems.DATA_ABSENT_REASON, reason));
    assertThat(finding(visits, "spo2")).isEqualTo(new Finding.NotDone(notDone));
  }

  @ParameterizedTest
  @CsvSource({"unknown", "temp-unknown", "masked", "error", "not-a-number", "asked-unknown", "invented"})
  void every_other_reason_is_not_known(String reason) {
    Visits visits = Visits.ofChild().says("spo2", null, absent(FhirSystems.DATA_ABSENT_REASON, reason));
    assertThat(finding(visits, "spo2")).isEqualTo(new Finding.Unknown());
  }

  @Test
  void asked_and_not_known_is_a_code_where_the_element_has_it() {
    Visits visits =
        Visits.ofChild().says("hiv-mother", null, absent(FhirSystems.DATA_ABSENT_REASON, "asked-unknown"));
    assertThat(finding(visits, "hiv-mother")).isEqualTo(new Finding.Code("asked-not-known"));
  }

  @Test
  void our_own_reasons_say_any_reason() {
    Visits visits = Visits.ofChild().says("spo2", null, absent(FhirSystems.NOT_DONE_REASON, "child-agitated"));
    assertThat(finding(visits, "spo2")).isEqualTo(new Finding.NotDone("child-agitated"));
    assertThatThrownBy(
            () -> Visits.ofChild().says("spo2", null, absent(FhirSystems.NOT_DONE_REASON, "tired")).read())
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void a_value_beside_a_reason_for_its_absence_leaves_both_open() {
    FhirEncounter read =
        Visits.ofChild()
            .says("stridor-calm", new BooleanType(false), absent(FhirSystems.DATA_ABSENT_REASON, "not-performed"))
            .read();
    assertThat(read.contradictions().get("stridor-calm"))
        .containsExactlyInAnyOrder(NO, new Finding.NotDone("unspecified"));
  }

  @ParameterizedTest
  @EnumSource(value = ObservationStatus.class, names = {"ENTEREDINERROR", "CANCELLED"})
  void withdrawn_observations_are_no_findings(ObservationStatus status) {
    FhirEncounter read =
        Visits.ofChild().says("convulsing-now", new BooleanType(true), o -> o.setStatus(status)).read();
    assertThat(read.request().findings()).isEmpty();
    assertThat(notices(read)).containsExactly("status-ignored");
  }

  @ParameterizedTest
  @EnumSource(value = ObservationStatus.class, names = {"PRELIMINARY", "REGISTERED"})
  void unsettled_observations_are_used_with_a_remark(ObservationStatus status) {
    FhirEncounter read =
        Visits.ofChild().says("convulsing-now", new BooleanType(true), o -> o.setStatus(status)).read();
    assertThat(read.request().findings()).containsEntry("convulsing-now", YES);
    assertThat(notices(read)).containsExactly("preliminary");
  }

  @Test
  void an_observation_with_a_modifier_extension_is_not_used() {
    FhirEncounter read =
        Visits.ofChild()
            .says(
                "stridor-calm",
                new BooleanType(false),
                o -> o.addModifierExtension().setUrl("http://example.org/not").setValue(new BooleanType(true)))
            .read();
    assertThat(read.request().findings()).isEmpty();
    assertThat(notices(read)).containsExactly("modifier-extension");
  }

  @Test
  void components_are_findings() {
    Observation panel = new Observation();
    panel.setStatus(ObservationStatus.FINAL);
    panel.setCode(code(FhirSystems.LOINC, "85354-9"));
    panel.addComponent().setCode(code(FhirSystems.LOINC, "8480-6")).setValue(quantity("150", "mm[Hg]"));
    panel.addComponent().setCode(code(FhirSystems.LOINC, "8462-4")).setValue(quantity("95", "mm[Hg]"));
    FhirEncounter read = Visits.ofChild().with(panel).read();
    assertThat(read.request().findings())
        .containsEntry("sbp1", Finding.Quantity.of(150))
        .containsEntry("dbp1", Finding.Quantity.of(95))
        .hasSize(2);
    assertThat(read.request().notices()).isEmpty();
  }

  @Test
  void a_code_of_two_elements_sets_both() {
    FhirEncounter read =
        Visits.ofChild().coded("http://who", "Ccc.B18S2.DE12", new BooleanType(true), o -> {}).read();
    assertThat(read.request().findings()).containsEntry("umbilicus-red", YES).containsEntry("umbilicus-pus", YES);
  }

  @Test
  void a_shared_code_means_what_the_protocol_uses() {
    Visits visits = Visits.ofChild().coded(FhirSystems.SNOMED, "91175000", new BooleanType(true), o -> {});
    assertThat(visits.read("convulsions-this-illness").request().findings())
        .containsOnlyKeys("convulsions-this-illness");
    assertThat(visits.read("convulsing").request().findings()).containsOnlyKeys("convulsing");
    assertThat(visits.read("cough").request().findings())
        .containsOnlyKeys("convulsions-this-illness", "convulsing");
  }

  @Test
  void an_answer_for_a_list_of_signs_is_a_no_to_each_and_a_sign_beside_it_wins() {
    FhirEncounter read =
        Visits.ofChild()
            .says("general-danger-signs", code(null, "none"))
            .says("lethargic", new BooleanType(true), at(Visits.DAY + "T09:00:00Z"))
            .read();
    assertThat(read.request().findings())
        .containsEntry("unconscious", NO)
        .containsEntry("vomits-everything", NO)
        .containsEntry("lethargic", YES)
        .hasSize(6);
    assertThat(notices(read)).containsExactly("contradiction");
  }

  @Test
  void less_than_is_an_interval_of_the_allowed_range() {
    Quantity low = quantity("7", "g/dL").setComparator(QuantityComparator.LESS_THAN);
    assertThat(finding(Visits.ofChild().says("hb", low), "hb"))
        .isEqualTo(new Finding.Quantity(new Interval(20, Math.nextDown(70.0))));
    Quantity high = quantity("30", "d").setComparator(QuantityComparator.GREATER_OR_EQUAL);
    assertThat(finding(Visits.ofChild().says("cough-duration-days", high), "cough-duration-days"))
        .isEqualTo(new Finding.Quantity(new Interval(30, 365)));
  }

  @Test
  void names_the_place_of_what_cannot_be_read() {
    Visits visits =
        Visits.ofChild()
            .says("muac", quantity("14", "kg"))
            .says("malaria-test", code("http://example.org", "maybe"))
            .says("stridor-calm", new IntegerType(3))
            .says("respiratory-rate", new Quantity().setValue(44));
    assertThatThrownBy(visits::read)
        .asInstanceOf(InstanceOfAssertFactories.type(InvalidRequestException.class))
        .extracting(InvalidRequestException::errors)
        .asInstanceOf(InstanceOfAssertFactories.list(RequestError.class))
        .extracting(RequestError::path, RequestError::code)
        .containsExactly(
            tuple("Bundle.entry[2].resource.value", "unit-not-convertible"),
            tuple("Bundle.entry[3].resource.value", "unknown-code"),
            tuple("Bundle.entry[4].resource.value", "wrong-type"),
            tuple("Bundle.entry[5].resource.value", "unit-missing"));
  }

  @Test
  void a_computed_element_is_refused() {
    assertThatThrownBy(() -> Visits.ofChild().says("fast-breathing", new BooleanType(false)).read())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("fast-breathing");
  }

  @Test
  void ten_thousand_unknown_observations_give_few_remarks() {
    Visits visits = Visits.ofChild();
    for (int i = 0; i < 10_000; i++) {
      visits.coded("http://example.org", "x" + i, new BooleanType(true), o -> {});
    }
    FhirEncounter read = visits.read();
    assertThat(read.request().notices()).hasSize(51);
    assertThat(read.request().notices().get(50).code()).isEqualTo("more-warnings");
  }

  private static Consumer<Observation> absent(String system, String reason) {
    return o -> o.setDataAbsentReason(code(system, reason));
  }
}
