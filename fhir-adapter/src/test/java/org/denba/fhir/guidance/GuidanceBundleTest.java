package org.denba.fhir.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.fhir.guidance.Answers.JSON;
import static org.denba.fhir.guidance.Answers.all;
import static org.denba.fhir.guidance.Answers.dose;
import static org.denba.fhir.guidance.Answers.recommend;
import static org.denba.fhir.guidance.Answers.write;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.dosing.Dose;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.TriageResult.Referral;
import org.denba.fhir.mapping.FhirSystems;
import org.denba.fhir.operation.FhirCalls;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.GuidanceResponse.GuidanceResponseStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void a_dose_becomes_a_dosage() {
    Bundle bundle =
        write(
            true,
            null,
            recommend(
                "treatment",
                "TX-AMOX",
                dose(500.0, null, null, "mg", 2, 5, null, List.of()),
                true));
    MedicationRequest request = all(bundle, MedicationRequest.class).get(0);
    assertThat(request.getStatus()).isEqualTo(MedicationRequestStatus.ACTIVE);
    Dosage dosage = request.getDosageInstructionFirstRep();
    assertThat(dosage.getText()).isEqualTo("2 comprimés");
    assertThat(dosage.getDoseAndRateFirstRep().getDoseQuantity().getValueElement().asStringValue())
        .isEqualTo("500");
    assertThat(dosage.getDoseAndRateFirstRep().getDoseQuantity().getCode()).isEqualTo("mg");
    assertThat(dosage.getTiming().getRepeat().getFrequency()).isEqualTo(2);
    assertThat(dosage.getTiming().getRepeat().getBoundsDuration().getValue().intValue())
        .isEqualTo(5);
    assertThat(dosage.getRoute().getCodingFirstRep().getCode()).isEqualTo("26643006");
  }

  @Test
  void ranges_single_doses_and_steps_are_told_apart() {
    Dose.Step first = new Dose.Step(1, "puis", 70.0, null, null, "mL/h", 30, null);
    Bundle bundle =
        write(
            false,
            null,
            recommend(
                "treatment",
                "TX-1",
                dose(null, 50.0, 100.0, "mL", null, null, 1, List.of()),
                false),
            recommend(
                "treatment",
                "TX-2",
                dose(null, null, null, null, null, null, null, List.of(first)),
                false));
    List<MedicationRequest> requests = all(bundle, MedicationRequest.class);
    assertThat(requests.get(0).getStatus()).isEqualTo(MedicationRequestStatus.DRAFT);
    Dosage range = requests.get(0).getDosageInstructionFirstRep();
    assertThat(range.getDoseAndRateFirstRep().getDoseRange().getHigh().getValue().intValue())
        .isEqualTo(100);
    assertThat(range.getTiming().getRepeat().getCount()).isEqualTo(1);
    assertThat(range.getTiming().getRepeat().hasBounds()).isFalse();
    Dosage step = requests.get(1).getDosageInstructionFirstRep();
    assertThat(step.getDoseAndRateFirstRep().getRateQuantity().getCode()).isEqualTo("mL/h");
    assertThat(step.getSequence()).isEqualTo(1);
  }

  @Test
  void what_is_given_before_referral_is_no_draft() {
    Bundle bundle =
        write(
            false,
            null,
            recommend(
                "pre-referral-treatment",
                "TX-AMOX",
                dose(500.0, null, null, "mg", null, null, 1, List.of()),
                false));
    MedicationRequest request = all(bundle, MedicationRequest.class).get(0);
    assertThat(request.getStatus()).isEqualTo(MedicationRequestStatus.ACTIVE);
    assertThat(request.getPriority()).isEqualTo(MedicationRequest.MedicationRequestPriority.STAT);
  }

  @Test
  void follow_up_and_advice_are_in_the_care_plan() {
    Bundle bundle =
        write(
            true,
            null,
            recommend("follow-up", "FU-COU-3", null, true),
            recommend("counselling", "AC-FEEDING", null, true),
            recommend("treatment", "TX-SOOTHE", null, true));
    CarePlan plan = all(bundle, CarePlan.class).get(0);
    assertThat(plan.getActivity()).hasSize(3);
    assertThat(plan.getActivity().get(0).getDetail().getDescription())
        .isEqualTo("texte de TX-SOOTHE");
    Task task = all(bundle, Task.class).get(0);
    assertThat(task.getRestriction().getPeriod().getEndElement().getValueAsString())
        .isEqualTo("2026-11-25");
    assertThat(all(bundle, GuidanceResponse.class).get(0).hasResult()).isTrue();
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
            recommend(
                "treatment",
                "TX-AMOX",
                dose(500.0, null, null, "mg", 2, 5, null, List.of()),
                false),
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

  @Test
  void an_alternative_names_the_medicine_that_it_replaces_and_points_to_it() {
    Dose dose = Answers.dose(10.0, null, null, "mg", 2, 5, null, List.of());
    Bundle bundle =
        write(
            true,
            null,
            Answers.recommend("treatment", "TX-A", dose, true),
            Answers.insteadOf("TX-A", "TX-B", dose),
            Answers.insteadOf("TX-GONE", "TX-C", dose));
    List<MedicationRequest> medicines = all(bundle, MedicationRequest.class);
    assertThat(medicines.get(0).getExtension()).isEmpty();
    Reference other =
        (Reference) medicines.get(1).getExtensionByUrl(FhirSystems.ALTERNATIVE_TO).getValue();
    assertThat(bundle.getEntry())
        .filteredOn(e -> e.getFullUrl().equals(other.getReference()))
        .extracting(e -> e.getResource().fhirType())
        .containsExactly("MedicationRequest");
    assertThat(medicines.get(1).getNote())
        .extracting(Annotation::getText)
        .contains("Seulement si ceci ne peut pas être donné : amoxicilline");
    assertThat(medicines.get(2).getExtension()).isEmpty();
  }

  @Test
  void steps_keep_their_order_their_amounts_and_how_long_they_take() {
    Dose dose =
        Answers.dose(
            null,
            null,
            null,
            null,
            null,
            null,
            1,
            List.of(
                new Dose.Step(1, "4 g IV", 4.0, null, null, "g", 20, null),
                new Dose.Step(2, "5 g IM", 5.0, null, null, "g", null, null)));
    List<Dosage> dosage =
        all(
                write(true, null, Answers.recommend("treatment", "TX-M", dose, true)),
                MedicationRequest.class)
            .get(0)
            .getDosageInstruction();
    assertThat(dosage).extracting(Dosage::getText).containsExactly("4 g IV", "5 g IM");
    assertThat(dosage).extracting(Dosage::getSequence).containsExactly(1, 2);
    assertThat(dosage.get(0).getTiming().getRepeat().getDuration()).isEqualByComparingTo("20");
    assertThat(dosage.get(0).getTiming().getRepeat().getDurationUnit().toCode()).isEqualTo("min");
    assertThat(dosage.get(1).getTiming().getRepeat().getDuration()).isNull();
  }

  @Test
  void several_follow_ups_of_one_row_are_tasks_of_their_own() {
    Bundle bundle =
        write(true, null, Answers.followUp("FU-YRF-2", 1), Answers.followUp("FU-YRF-2", 4));
    assertThat(all(bundle, Task.class))
        .extracting(t -> t.getRestriction().getPeriod().getEndElement().getValueAsString())
        .containsExactly("2026-11-23", "2026-11-26");
    assertThat(bundle.getEntry())
        .extracting(Bundle.BundleEntryComponent::getFullUrl)
        .doesNotHaveDuplicates();
    assertThat(all(bundle, CarePlan.class).get(0).getActivity()).hasSize(2);
  }

  @Test
  void prevention_without_a_dose_is_an_activity_of_the_plan() {
    Bundle bundle = write(true, null, Answers.recommend("prevention", "AC-ITN-GIVE", null, true));
    assertThat(
            all(bundle, CarePlan.class)
                .get(0)
                .getActivityFirstRep()
                .getDetail()
                .getCode()
                .getCoding())
        .extracting(c -> c.getCode())
        .containsExactly("AC-ITN-GIVE", "prevention");
  }
}
