package org.denba.fhir.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.fhir.guidance.Answers.JSON;
import static org.denba.fhir.guidance.Answers.all;
import static org.denba.fhir.guidance.Answers.amoxicillin;
import static org.denba.fhir.guidance.Answers.recommend;
import static org.denba.fhir.guidance.Answers.write;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.TriageResult.Referral;
import org.denba.fhir.mapping.FhirSystems;
import org.denba.fhir.operation.FhirCalls;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.GuidanceResponse.GuidanceResponseStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bundle of an answer: its entries in order, what is open, risks, conditions, provenance. */
class GuidanceBundleTest {

  @Test
  void the_first_two_and_the_last_entry_are_fixed() {
    List<BundleEntryComponent> entries = write(false, null).getEntry();
    assertThat(entries.get(0).getResource()).isInstanceOf(GuidanceResponse.class);
    assertThat(entries.get(1).getResource()).isInstanceOf(RiskAssessment.class);
    assertThat(entries.get(entries.size() - 1).getResource())
        .isInstanceOfSatisfying(
            Binary.class,
            b -> {
              assertThat(b.getContentType()).isEqualTo("application/json");
              assertThat(b.getData()).isEqualTo(JSON);
            });
    assertThat(entries.get(entries.size() - 2).getResource()).isInstanceOf(Provenance.class);
  }

  @Test
  void what_is_open_is_required_in_order() {
    GuidanceResponse open = all(write(false, null), GuidanceResponse.class).get(0);
    assertThat(open.getStatus()).isEqualTo(GuidanceResponseStatus.DATAREQUIRED);
    assertThat(open.getModuleUriType().getValue())
        .isEqualTo("http://denba.org/fhir/PlanDefinition/imci-child");
    assertThat(open.getRequestIdentifier().getValue()).isEqualTo("visit");
    assertThat(open.getDataRequirementFirstRep().getCodeFilterFirstRep().getCode())
        .extracting(c -> c.getSystem() + "|" + c.getCode())
        .startsWith(FhirSystems.DATA_ELEMENT + "|spo2", FhirSystems.LOINC + "|59408-5");
    assertThat(
            open.getDataRequirementFirstRep()
                .getExtensionByUrl(FhirSystems.QUESTION)
                .getValue()
                .primitiveValue())
        .isEqualTo("Mesurer la SpO2.");
    GuidanceResponse settled = all(write(true, null), GuidanceResponse.class).get(0);
    assertThat(settled.getStatus()).isEqualTo(GuidanceResponseStatus.SUCCESS);
    assertThat(settled.getDataRequirement()).isEmpty();
  }

  @Test
  void the_risk_names_what_is_proved_and_what_is_not_ruled_out() {
    RiskAssessment risk = all(write(false, null), RiskAssessment.class).get(0);
    assertThat(risk.getPrediction())
        .extracting(
            p ->
                p.getOutcome().getCodingFirstRep().getCode()
                    + " "
                    + p.getQualitativeRisk().getCodingFirstRep().getCode())
        .containsExactly(
            "treat-here proved",
            "refer-urgent not-ruled-out",
            "severe-pneumonia-or-very-severe-disease not-ruled-out");
    assertThat(risk.getMitigation()).isEqualTo("Ne pas renvoyer.");
  }

  @Test
  void only_proved_classifications_are_conditions_with_their_evidence() {
    List<Condition> conditions = all(write(false, null), Condition.class);
    assertThat(conditions).hasSize(1);
    Condition pneumonia = conditions.get(0);
    assertThat(pneumonia.getVerificationStatus().getCodingFirstRep().getCode())
        .isEqualTo("provisional");
    assertThat(pneumonia.getCode().getCoding())
        .extracting("code")
        .extracting(Object::toString)
        .containsExactly("pneumonia", "COU-3");
    assertThat(pneumonia.getEvidence())
        .extracting(e -> e.getCodeFirstRep().getText())
        .containsExactly(
            "Toux: +",
            "Nombre de respirations en une minute: 44 /min",
            "TDR du paludisme: Positif",
            "Hémoglobine: no-device",
            "Âge en mois révolus: 17–18 mo",
            "malaria.risk = high");
    assertThat(pneumonia.getEvidenceFirstRep().getDetailFirstRep().getReference())
        .isEqualTo("Observation/o1");
    assertThat(pneumonia.getSubject().getReference()).isEqualTo("Patient/p1");
  }

  @ParameterizedTest
  @CsvSource({"REFER_URGENT, STAT", "REFER_NONURGENT, URGENT"})
  void a_referral_has_a_priority(Urgency urgency, ServiceRequestPriority priority) {
    ServiceRequest referral =
        all(
                write(false, new Referral(urgency, "CSRéf", List.of("COU-3"), "Référer.")),
                ServiceRequest.class)
            .get(0);
    assertThat(referral.getPriority()).isEqualTo(priority);
    assertThat(referral.getStatus()).isEqualTo(ServiceRequest.ServiceRequestStatus.ACTIVE);
    assertThat(referral.getReasonReference()).hasSize(1);
  }

  @Test
  void warnings_name_the_place_in_the_fhir_request() {
    OperationOutcome outcome = all(write(false, null), OperationOutcome.class).get(0);
    assertThat(outcome.getIssueFirstRep().getExpression().get(0).getValue())
        .isEqualTo("Bundle.entry[3].resource.value");
    assertThat(outcome.getIssueFirstRep().getSeverity())
        .isEqualTo(OperationOutcome.IssueSeverity.WARNING);
    assertThat(all(write(true, null), OperationOutcome.class)).isEmpty();
  }

  @Test
  void provenance_names_the_rules_by_their_digest() {
    Provenance provenance = all(write(false, null), Provenance.class).get(0);
    assertThat(provenance.getEntityFirstRep().getWhat().getIdentifier().getValue())
        .isEqualTo("sha256:abc");
    assertThat(provenance.getRecordedElement().getValueAsString())
        .startsWith("2026-11-22T00:00:00");
  }

  @Test
  void every_reference_inside_the_answer_resolves() {
    Bundle bundle =
        write(
            false,
            new Referral(Urgency.REFER_URGENT, "CSRéf", List.of("COU-3", "COU-1"), "Référer."),
            recommend("treatment", "TX-AMOX", amoxicillin(), false),
            recommend("follow-up", "FU-COU-3", null, false),
            recommend("return-immediately", "AC-RETURN-NOW", null, false));
    Set<String> names =
        bundle.getEntry().stream()
            .map(BundleEntryComponent::getFullUrl)
            .collect(Collectors.toSet());
    assertThat(names).hasSameSizeAs(bundle.getEntry());
    List<Reference> references =
        bundle.getEntry().stream()
            .flatMap(
                e ->
                    FhirCalls.PARSER
                        .context()
                        .newTerser()
                        .getAllPopulatedChildElementsOfType(e.getResource(), Reference.class)
                        .stream())
            .filter(r -> r.hasReference() && r.getReference().startsWith("urn:"))
            .toList();
    assertThat(references)
        .isNotEmpty()
        .allSatisfy(r -> assertThat(names).contains(r.getReference()));
  }
}
