package org.denba.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.fhir.mapping.Visits.code;
import static org.denba.fhir.mapping.Visits.quantity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.TriageResult;
import org.denba.fhir.mapping.FhirFormat;
import org.denba.fhir.mapping.Visits;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole answers for pregnant women, and for a mother with her newborn. */
class WomenAndNewbornsTest {

  private static final FhirTriage TRIAGE = FhirCalls.triage();
  private static final String WHO =
      "http://fhir.org/guides/who/anc-cds/CodeSystem/anc-custom-codes";

  private static Visits pregnant() {
    return Visits.empty()
        .patient("p1", "1998-03-01")
        .encounter(Visits.DAY + "T08:00:00Z")
        .coded(WHO, "ANC.B6.DE17", quantity("34", "wk"), o -> {})
        .says("pregnant", new BooleanType(true));
  }

  private static TriageResult result(Visits visits) {
    return TRIAGE.result(
        visits.json(), FhirFormat.JSON, "en", java.util.function.UnaryOperator.identity());
  }

  private static Bundle answer(byte[] body) {
    return (Bundle)
        FhirCalls.PARSER
            .parse(
                TRIAGE.triage(body, FhirFormat.JSON, FhirFormat.JSON, "en").body(), FhirFormat.JSON)
            .resource();
  }

  private static <T extends Resource> List<T> all(Bundle bundle, Class<T> type) {
    return bundle.getEntry().stream()
        .map(BundleEntryComponent::getResource)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"DE52", "DE61", "DE54", "DE51"})
  void a_who_danger_sign_of_a_pregnant_woman_is_urgent(String sign) {
    TriageResult result =
        result(pregnant().coded(WHO, "ANC.B5.DE48", code(WHO, "ANC.B5." + sign), o -> {}));
    assertThat(result.protocol().id()).isEqualTo("antenatal");
    assertThat(result.urgency()).isEqualTo(Urgency.REFER_URGENT);
  }

  @Test
  void no_danger_signs_alone_never_sends_anybody_home() {
    TriageResult result =
        result(pregnant().coded(WHO, "ANC.B5.DE48", code(WHO, "ANC.B5.DE49"), o -> {}));
    assertThat(result.decided()).isFalse();
    assertThat(result.urgency()).isNotEqualTo(Urgency.HOME_CARE);
    CodeableConcept both = code(WHO, "ANC.B5.DE49").addCoding(new Coding(WHO, "ANC.B5.DE52", null));
    assertThat(result(pregnant().coded(WHO, "ANC.B5.DE48", both, o -> {})).urgency())
        .isEqualTo(Urgency.REFER_URGENT);
  }

  private static Consumer<Observation> of(String patient) {
    return o -> o.setSubject(new Reference("Patient/" + patient));
  }

  private static Visits motherAndNewborn() {
    return Visits.empty()
        .patient("mother", "1998-03-01")
        .patient("p1", "2026-11-20")
        .encounter(Visits.DAY + "T08:00:00Z")
        .says("hours-postpartum", quantity("48", "h"), of("mother"))
        .says("convulsing", new BooleanType(true));
  }

  private static Bundle both() {
    return answer(motherAndNewborn().json());
  }

  @Test
  void both_are_answered_the_mother_first_and_the_json_last() {
    Bundle bundle = both();
    List<BundleEntryComponent> entries = bundle.getEntry();
    assertThat(entries.get(0).getResource()).isInstanceOf(GuidanceResponse.class);
    assertThat(entries.get(1).getResource()).isInstanceOf(RiskAssessment.class);
    assertThat(entries.get(entries.size() - 1).getResource()).isInstanceOf(Binary.class);
    assertThat(all(bundle, GuidanceResponse.class))
        .extracting(g -> g.getSubject().getReference())
        .containsExactly("Patient/mother", "Patient/p1");
    assertThat(all(bundle, GuidanceResponse.class).get(0).getModuleUriType().getValue())
        .endsWith("postnatal-mother");
    assertThat(all(bundle, RiskAssessment.class)).hasSize(2);
    assertThat(all(bundle, Provenance.class)).hasSize(2);
    assertThat(all(bundle, Binary.class)).hasSize(1);
    assertThat(entries).extracting(BundleEntryComponent::getFullUrl).doesNotHaveDuplicates();
    String json = new String(all(bundle, Binary.class).get(0).getData(), StandardCharsets.UTF_8);
    assertThat(json).contains("\"companion\":{");
  }

  @Test
  void the_answers_say_the_same_as_the_nested_json() {
    TriageResult result = result(motherAndNewborn());
    assertThat(result.protocol().id()).isEqualTo("postnatal-mother");
    assertThat(result.companion().urgency()).isEqualTo(Urgency.REFER_URGENT);
    assertThat(all(both(), RiskAssessment.class))
        .extracting(r -> r.getPredictionFirstRep().getOutcome().getCodingFirstRep().getCode())
        .containsExactly(result.urgency().code(), result.companion().urgency().code());
  }

  @Test
  void every_reference_to_an_entry_is_to_one_of_the_same_patient() {
    Bundle bundle = both();
    for (Provenance provenance : all(bundle, Provenance.class)) {
      assertThat(provenance.getTarget())
          .allMatch(
              t ->
                  bundle.getEntry().stream()
                      .anyMatch(e -> e.getFullUrl().equals(t.getReference())));
    }
    assertThat(all(bundle, Provenance.class).get(1).getTarget())
        .doesNotContainAnyElementsOf(all(bundle, Provenance.class).get(0).getTarget());
  }

  @Test
  void a_protocol_that_only_the_child_fits_puts_the_child_first() {
    Parameters parameters = new Parameters();
    parameters.addParameter().setName("bundle").setResource(motherAndNewborn().bundle());
    parameters.addParameter().setName("protocol").setValue(new CodeType("postnatal-newborn"));
    Bundle bundle = answer(Visits.json(parameters));
    assertThat(all(bundle, GuidanceResponse.class))
        .extracting(g -> g.getSubject().getReference())
        .containsExactly("Patient/p1", "Patient/mother");
    assertThat(all(bundle, GuidanceResponse.class).get(0).getModuleUriType().getValue())
        .endsWith("postnatal-newborn");
  }

  @Test
  void a_contradiction_about_the_newborn_counts_as_the_more_severe() {
    for (boolean first : new boolean[] {true, false}) {
      TriageResult result =
          result(
              Visits.empty()
                  .patient("mother", "1998-03-01")
                  .patient("p1", "2026-11-20")
                  .encounter(Visits.DAY + "T08:00:00Z")
                  .says("hours-postpartum", quantity("48", "h"), of("mother"))
                  .says("convulsing", new BooleanType(first))
                  .says("convulsing", new BooleanType(!first)));
      assertThat(result.companion().urgency()).isEqualTo(Urgency.REFER_URGENT);
    }
  }

  @Test
  void a_value_of_the_newborn_that_is_refused_is_named_by_its_place() throws Exception {
    Visits visits = motherAndNewborn().says("weight", quantity("3", "L"));
    OperationOutcome outcome = WebCalls.error(WebCalls.call(WebCalls.triage(visits.json())), 422);
    assertThat(outcome.getIssueFirstRep().getExpression().get(0).getValue())
        .isEqualTo("Bundle.entry[5].resource.value");
  }

  @Test
  void warnings_about_the_newborn_say_where_in_the_request() {
    Bundle bundle = answer(motherAndNewborn().says("weight", quantity("900", "kg")).json());
    List<OperationOutcome> outcomes = all(bundle, OperationOutcome.class);
    assertThat(outcomes.get(outcomes.size() - 1).getIssue())
        .filteredOn(i -> i.getDetails().getCodingFirstRep().getCode().equals("out-of-range"))
        .extracting(i -> i.getExpression().get(0).getValue())
        .containsExactly("Bundle.entry[5].resource.value");
  }

  @Test
  void a_birth_year_keeps_every_possible_age_open() {
    TriageResult child =
        result(
            Visits.empty()
                .patient("p1", "2025")
                .encounter(Visits.DAY)
                .says("cough", new BooleanType(true))
                .says("respiratory-rate", new IntegerType(45)));
    assertThat(child.protocol().id()).isEqualTo("imci-child");
    // 45 breaths are fast from 12 months on and not before: born in 2025 is 10 to 22 months.
    assertThat(child.classifications()).anyMatch(c -> c.rule().equals("COU-3"));
    assertThat(child.warnings()).anyMatch(w -> w.code().equals("birth-date-incomplete"));
    TriageResult woman =
        result(
            Visits.empty()
                .patient("p1", "1998")
                .encounter(Visits.DAY)
                .says("pregnant", new BooleanType(true)));
    assertThat(woman.protocol().id()).isEqualTo("antenatal");
    assertThat(woman.decided()).isFalse();
  }

  private static Immunization dose(String antigen, String date) {
    Immunization dose = new Immunization();
    dose.setStatus(Immunization.ImmunizationStatus.COMPLETED);
    dose.setPatient(new Reference("Patient/p1"));
    dose.setVaccineCode(code("http://hl7.org/fhir/sid/cvx", antigen));
    dose.setOccurrence(new DateTimeType(date));
    dose.setPrimarySource(true);
    return dose;
  }

  @Test
  void doses_of_a_register_are_read_into_the_calendar() {
    Parameters parameters = new Parameters();
    parameters
        .addParameter()
        .setName("bundle")
        .setResource(
            Visits.ofChild()
                .says("card-seen", code(null, "yes"))
                .with(dose("19", "2025-05-02"))
                .with(dose("198", "2025-06-20"))
                .bundle());
    parameters.addParameter().setName("protocol").setValue(new CodeType("immunisation"));
    TriageResult result =
        TRIAGE.result(
            Visits.json(parameters),
            FhirFormat.JSON,
            "en",
            java.util.function.UnaryOperator.identity());
    assertThat(result.protocol().id()).isEqualTo("immunisation");
    assertThat(result.classifications()).extracting(c -> c.rule()).contains("PENTA-2", "MR-1");
    assertThat(result.classifications()).extracting(c -> c.rule()).doesNotContain("PENTA-1");
  }

  @Test
  void what_a_woman_is_given_has_a_dose_and_the_way_to_the_hospital() {
    Bundle bundle =
        answer(pregnant().coded(WHO, "ANC.B5.DE52", new BooleanType(true), o -> {}).json());
    assertThat(all(bundle, ServiceRequest.class)).hasSize(1);
    assertThat(all(bundle, ServiceRequest.class).get(0).getPriority())
        .isEqualTo(ServiceRequest.ServiceRequestPriority.STAT);
    List<MedicationRequest> medicines = all(bundle, MedicationRequest.class);
    assertThat(medicines)
        .filteredOn(
            m ->
                m.getMedicationCodeableConcept()
                    .getCodingFirstRep()
                    .getCode()
                    .equals("magnesium-sulfate"))
        .singleElement()
        .satisfies(m -> assertThat(m.getDosageInstruction()).hasSizeGreaterThan(1));
  }
}
