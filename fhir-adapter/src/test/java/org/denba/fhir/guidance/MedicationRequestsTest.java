package org.denba.fhir.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.fhir.guidance.Answers.all;
import static org.denba.fhir.guidance.Answers.amoxicillin;
import static org.denba.fhir.guidance.Answers.dose;
import static org.denba.fhir.guidance.Answers.insteadOf;
import static org.denba.fhir.guidance.Answers.recommend;
import static org.denba.fhir.guidance.Answers.write;

import java.util.List;
import org.denba.engine.dosing.Dose;
import org.denba.fhir.mapping.FhirSystems;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** Doses as MedicationRequests: amounts, ranges, steps, what is due before referral. */
class MedicationRequestsTest {

  @Test
  void a_dose_becomes_a_dosage() {
    Bundle bundle = write(true, null, recommend("treatment", "TX-AMOX", amoxicillin(), true));
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
  void an_alternative_names_the_medicine_that_it_replaces_and_points_to_it() {
    Dose dose = amoxicillin();
    Bundle bundle =
        write(
            true,
            null,
            recommend("treatment", "TX-A", dose, true),
            insteadOf("TX-A", "TX-B", dose),
            insteadOf("TX-GONE", "TX-C", dose));
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
        dose(
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
        all(write(true, null, recommend("treatment", "TX-M", dose, true)), MedicationRequest.class)
            .get(0)
            .getDosageInstruction();
    assertThat(dosage).extracting(Dosage::getText).containsExactly("4 g IV", "5 g IM");
    assertThat(dosage).extracting(Dosage::getSequence).containsExactly(1, 2);
    assertThat(dosage.get(0).getTiming().getRepeat().getDuration()).isEqualByComparingTo("20");
    assertThat(dosage.get(0).getTiming().getRepeat().getDurationUnit().toCode()).isEqualTo("min");
    assertThat(dosage.get(1).getTiming().getRepeat().getDuration()).isNull();
  }
}
