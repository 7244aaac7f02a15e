package org.denba.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.denba.fhir.mapping.Visits.at;
import static org.denba.fhir.mapping.Visits.code;
import static org.denba.fhir.mapping.Visits.notices;
import static org.denba.fhir.mapping.Visits.quantity;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.triage.InvalidRequestException;
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

class ObservationReadingTest {

  private static final Finding YES = new Finding.Answer(true);
  private static final Finding NO = new Finding.Answer(false);

  private static Finding finding(Visits visits, String element) {
    return visits.read().request().findings().get(element);
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
    assertThat(
            finding(Visits.ofChild().says("temperature-axillary", celsius), "temperature-axillary"))
        .isEqualTo(Finding.Quantity.of(37));
  }

  @Test
  void takes_a_bare_integer_in_the_elements_own_unit() {
    assertThat(
            finding(
                Visits.ofChild().says("respiratory-rate", new IntegerType(44)), "respiratory-rate"))
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
    assertThat(read.request().findings())
        .containsEntry("vitamin-a-last-date", new Finding.Unknown());
    assertThat(notices(read)).containsExactly("no-value");
  }

  @Test
  void components_are_findings() {
    Observation panel = new Observation();
    panel.setStatus(ObservationStatus.FINAL);
    panel.setCode(code(FhirSystems.LOINC, "85354-9"));
    panel
        .addComponent()
        .setCode(code(FhirSystems.LOINC, "8480-6"))
        .setValue(quantity("150", "mm[Hg]"));
    panel
        .addComponent()
        .setCode(code(FhirSystems.LOINC, "8462-4"))
        .setValue(quantity("95", "mm[Hg]"));
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
        Visits.ofChild()
            .coded("http://who", "Ccc.B18S2.DE12", new BooleanType(true), o -> {})
            .read();
    assertThat(read.request().findings())
        .containsEntry("umbilicus-red", YES)
        .containsEntry("umbilicus-pus", YES);
  }

  @Test
  void a_shared_code_means_what_the_protocol_uses() {
    Visits visits =
        Visits.ofChild().coded(FhirSystems.SNOMED, "91175000", new BooleanType(true), o -> {});
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
}
