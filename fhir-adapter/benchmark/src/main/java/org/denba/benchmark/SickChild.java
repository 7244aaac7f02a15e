package org.denba.benchmark;

import ca.uhn.fhir.context.FhirContext;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.denba.engine.growth.Sex;
import org.denba.engine.triage.TriageRequest;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/**
 * One sick child, as a FHIR bundle of 31 resources and as a request that was read already: cough,
 * fast breathing, fever.
 */
final class SickChild {

  private static final String ELEMENTS = "http://denba.org/fhir/CodeSystem/data-element";
  private static final String DAY = "2026-11-20";
  private static final String PATIENT = "urn:uuid:00000000-0000-4000-8000-000000000000";

  private static final List<String> ABSENT =
      List.of(
          "unable-drink-breastfeed",
          "vomits-everything",
          "convulsions-this-illness",
          "convulsing-now",
          "lethargic",
          "unconscious",
          "difficult-breathing",
          "chest-indrawing",
          "stridor-calm",
          "wheeze",
          "diarrhoea",
          "stiff-neck",
          "runny-nose",
          "rash-generalised",
          "measles-last-3-months",
          "ear-problem",
          "bacterial-cause-of-fever");
  private static final Map<String, String> CODES =
      new LinkedHashMap<>(
          Map.of(
              "malaria-test",
              "negative",
              "oedema-feet",
              "none",
              "palmar-pallor",
              "none",
              "hiv-mother",
              "negative"));
  private static final Map<String, Double> NUMBERS =
      new LinkedHashMap<>(
          Map.of(
              "respiratory-rate",
              44.0,
              "temperature-axillary",
              38.2,
              "spo2",
              96.0,
              "weight",
              10.2,
              "length-height",
              80.5,
              "muac",
              140.0,
              "cough-duration-days",
              3.0));
  private static final Map<String, String> UNITS =
      Map.of(
          "respiratory-rate",
          "/min",
          "temperature-axillary",
          "Cel",
          "spo2",
          "%",
          "weight",
          "kg",
          "length-height",
          "cm",
          "muac",
          "mm",
          "cough-duration-days",
          "d");

  private SickChild() {}

  /** Patient and 30 observations, JSON. */
  static byte[] bundle(FhirContext context) {
    Bundle bundle = new Bundle();
    bundle.setType(Bundle.BundleType.COLLECTION);
    Patient patient = new Patient();
    patient.setGender(Enumerations.AdministrativeGender.FEMALE);
    patient.setBirthDateElement(new DateType("2025-05-01"));
    bundle.addEntry().setFullUrl(PATIENT).setResource(patient);
    add(bundle, "cough", new BooleanType(true));
    add(bundle, "fever-history", new BooleanType(true));
    ABSENT.forEach(id -> add(bundle, id, new BooleanType(false)));
    CODES.forEach(
        (id, code) ->
            add(
                bundle,
                id,
                new CodeableConcept(
                    new Coding("http://denba.org/fhir/CodeSystem/value", code, null))));
    NUMBERS.forEach(
        (id, value) ->
            add(
                bundle,
                id,
                new Quantity()
                    .setValue(BigDecimal.valueOf(value))
                    .setUnit(UNITS.get(id))
                    .setSystem("http://unitsofmeasure.org")
                    .setCode(UNITS.get(id))));
    return context.newJsonParser().encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8);
  }

  private static void add(Bundle bundle, String element, org.hl7.fhir.r4.model.Type value) {
    Observation observation = new Observation();
    observation.setStatus(Observation.ObservationStatus.FINAL);
    observation.getCode().addCoding().setSystem(ELEMENTS).setCode(element);
    observation.setSubject(new Reference(PATIENT));
    observation.setEffective(new DateTimeType(DAY + "T09:30:00+00:00"));
    observation.setValue(value);
    String id = String.format("urn:uuid:00000000-0000-4000-8000-%012d", bundle.getEntry().size());
    bundle.addEntry().setFullUrl(id).setResource(observation);
  }

  /** The same findings, ready for the engine. */
  static TriageRequest request() {
    Map<String, Finding> findings = new HashMap<>();
    findings.put("cough", new Finding.Answer(true));
    findings.put("fever-history", new Finding.Answer(true));
    ABSENT.forEach(id -> findings.put(id, new Finding.Answer(false)));
    CODES.forEach((id, code) -> findings.put(id, new Finding.Code(code)));
    NUMBERS.forEach((id, value) -> findings.put(id, Finding.Quantity.of(value)));
    return request(findings);
  }

  /** The same child of whom only the cough is known: most charts are open. */
  static TriageRequest mostlyUnknown() {
    return request(
        Map.of("cough", new Finding.Answer(true), "respiratory-rate", Finding.Quantity.of(44)));
  }

  private static TriageRequest request(Map<String, Finding> findings) {
    org.denba.engine.triage.Patient patient =
        new org.denba.engine.triage.Patient(
            null,
            LocalDate.parse("2025-05-01"),
            Sex.FEMALE,
            null,
            null,
            null,
            false,
            null,
            null,
            null);
    return new TriageRequest(
        null,
        null,
        TriageRequest.FACILITY,
        LocalDate.parse(DAY),
        "fr",
        TriageRequest.INITIAL,
        List.of(),
        patient,
        Map.of(),
        findings,
        List.of(),
        null);
  }

  /** The same findings as a JSON request on one line. */
  static String json() {
    StringBuilder json = new StringBuilder("{\"date\":\"" + DAY + "\",\"language\":\"fr\",");
    json.append(
        "\"patient\":{\"birthDate\":\"2025-05-01\",\"sex\":\"female\"},\"findings\":{\"cough\":true,\"fever-history\":true");
    ABSENT.forEach(id -> json.append(",\"").append(id).append("\":false"));
    CODES.forEach(
        (id, code) -> json.append(",\"").append(id).append("\":\"").append(code).append('"'));
    NUMBERS.forEach((id, value) -> json.append(",\"").append(id).append("\":").append(value));
    return json.append("}}").toString();
  }
}
