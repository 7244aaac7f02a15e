package org.denba.fhir.guidance;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.denba.engine.dosing.Dose;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Because;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.ProtocolRef;
import org.denba.engine.triage.TriageResult.Question;
import org.denba.engine.triage.TriageResult.Recommendation;
import org.denba.engine.triage.TriageResult.Referral;
import org.denba.engine.triage.TriageResult.Status;
import org.denba.engine.triage.Warning;
import org.denba.fhir.mapping.FhirEncounter;
import org.denba.fhir.mapping.Source;
import org.denba.fhir.mapping.Visits;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;

/** Answers of the engine, and the bundles that are written of them. */
final class Answers {

  static final byte[] JSON = "{\"protocol\":1}".getBytes(StandardCharsets.UTF_8);
  private static final GuidanceBundle WRITER =
      new GuidanceBundle(
          ClassPathRuleFiles.builtIn(), Visits.dictionary(), Visits.BAMAKO, "Denba test");

  private static final Classification PNEUMONIA =
      new Classification(
          "cough",
          "COU-3",
          "pneumonia",
          "Pneumonie",
          Colour.YELLOW,
          Urgency.TREAT_HERE,
          Status.PROVED,
          true,
          false,
          List.of(
              new Because("cough", null, true, null),
              new Because("respiratory-rate", null, 44, "/min"),
              new Because("malaria-test", null, "positive", null),
              new Because("hb", null, new TriageResult.NotDone("no-device"), null),
              new Because("age-months", null, new TriageResult.Range(17, 18), "mo"),
              new Because(null, "malaria.risk", "high", null)),
          List.of(),
          "IMCI",
          List.of(),
          "draft");
  private static final Classification SEVERE =
      new Classification(
          "cough",
          "COU-1",
          "severe-pneumonia-or-very-severe-disease",
          "Pneumonie grave",
          Colour.PINK,
          Urgency.REFER_URGENT,
          Status.NOT_RULED_OUT,
          false,
          false,
          List.of(),
          List.of("spo2"),
          "IMCI",
          List.of(),
          "draft");

  static Dose dose(
      Double amount,
      Double min,
      Double max,
      String unit,
      Integer times,
      Integer days,
      Integer doses,
      List<Dose.Step> steps) {
    return new Dose(
        "amoxicillin",
        "amoxicilline",
        amount,
        min,
        max,
        unit,
        null,
        null,
        steps.isEmpty() ? "2 comprimés" : null,
        times,
        null,
        doses,
        days,
        "oral",
        "par la bouche",
        "poids",
        null,
        steps,
        null,
        "IMCI");
  }

  /** Amoxicillin, 500 mg twice a day for five days. */
  static Dose amoxicillin() {
    return dose(500.0, null, null, "mg", 2, 5, null, List.of());
  }

  static Recommendation recommend(String kind, String id, Dose dose, boolean last) {
    return new Recommendation(
        kind,
        id,
        "texte de " + id,
        List.of("COU-3"),
        last,
        "IMCI",
        dose,
        List.of(),
        List.of(),
        null,
        kind.equals("follow-up") ? 3 : null,
        kind.equals("follow-up") ? LocalDate.of(2026, 11, 25) : null);
  }

  /** A medicine that is given only where another one cannot be. */
  static Recommendation insteadOf(String other, String id, Dose dose) {
    Recommendation plain = recommend("treatment", id, dose, true);
    return new Recommendation(
        plain.kind(),
        id,
        plain.text(),
        plain.because(),
        true,
        plain.source(),
        dose,
        List.of(),
        List.of(),
        other,
        null,
        null);
  }

  static Recommendation followUp(String id, int days) {
    return new Recommendation(
        "follow-up",
        id,
        "texte de " + id,
        List.of("COU-3"),
        true,
        "IMCI",
        null,
        List.of(),
        List.of(),
        null,
        days,
        LocalDate.of(2026, 11, 22).plusDays(days));
  }

  static TriageResult result(
      boolean settled, Referral referral, List<Recommendation> recommendations) {
    Urgency couldBe = settled ? Urgency.TREAT_HERE : Urgency.REFER_URGENT;
    return new TriageResult(
        "visit",
        new ProtocolRef("imci-child", "1.0.0", "sha256:abc", "draft", "Brouillon."),
        LocalDate.of(2026, 11, 22),
        "fr",
        Urgency.TREAT_HERE,
        couldBe,
        settled,
        settled,
        "Ne pas renvoyer.",
        settled ? List.of(PNEUMONIA) : List.of(SEVERE, PNEUMONIA),
        settled
            ? List.of()
            : List.of(
                new Question(
                    "spo2",
                    "SpO2",
                    "Mesurer la SpO2.",
                    "quantity",
                    "%",
                    List.of(),
                    List.of("COU-1"))),
        recommendations,
        referral,
        null,
        List.of(),
        settled ? List.of() : List.of(new Warning("out-of-range", "findings.spo2", "impossible")));
  }

  static FhirEncounter request() {
    TriageRequest request =
        new TriageRequest(
            null,
            null,
            TriageRequest.FACILITY,
            null,
            "fr",
            TriageRequest.INITIAL,
            List.of(),
            Patient.unknown(),
            Map.of(),
            Map.of(),
            List.of(),
            null);
    return new FhirEncounter(
        request,
        Map.of(),
        "Patient/p1",
        "Encounter/e1",
        Map.of(
            "cough", new Source("Bundle.entry[2].resource", "Observation/o1"),
            "spo2", new Source("Bundle.entry[3].resource", null)),
        "Bundle.entry[0].resource",
        new byte[] {1},
        null);
  }

  static Bundle write(boolean settled, Referral referral, Recommendation... recommendations) {
    return WRITER.write(result(settled, referral, List.of(recommendations)), request(), JSON);
  }

  static <T extends Resource> List<T> all(Bundle bundle, Class<T> type) {
    return bundle.getEntry().stream()
        .map(BundleEntryComponent::getResource)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private Answers() {}
}
