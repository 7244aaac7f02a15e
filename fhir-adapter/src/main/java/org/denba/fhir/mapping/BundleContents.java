package org.denba.fhir.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;

/** The resources of a bundle by kind, contained ones included, each with its place. */
final class BundleContents {

  /**
   * Of no use for triage and of no interest to the caller: leaving them out is not worth a remark.
   */
  private static final Set<String> BACKGROUND =
      Set.of(
          "Organization",
          "Practitioner",
          "PractitionerRole",
          "Location",
          "Device",
          "Composition",
          "Provenance",
          "OperationOutcome",
          "MessageHeader",
          "Specimen");

  final List<Located<Patient>> patients = new ArrayList<>();
  final List<Located<Encounter>> encounters = new ArrayList<>();
  final List<Located<Observation>> observations = new ArrayList<>();
  final List<Located<Condition>> conditions = new ArrayList<>();
  final List<Located<QuestionnaireResponse>> questionnaires = new ArrayList<>();
  final List<Located<Immunization>> immunizations = new ArrayList<>();
  final List<Located<Medication>> medications = new ArrayList<>();
  final List<Located<MedicationStatement>> statements = new ArrayList<>();
  final List<Located<MedicationAdministration>> administrations = new ArrayList<>();
  final List<Located<MedicationRequest>> requests = new ArrayList<>();
  final List<Located<RelatedPerson>> relatives = new ArrayList<>();

  BundleContents(Bundle bundle, String path, Notices notices) {
    int index = 0;
    for (BundleEntryComponent entry : bundle.getEntry()) {
      String place = path + ".entry[" + index++ + "].resource";
      if (entry.hasResource()) {
        add(entry.getResource(), place, entry.getFullUrl(), notices);
      }
    }
  }

  private void add(Resource resource, String path, String fullUrl, Notices notices) {
    if (resource instanceof Observation observation) {
      observations.add(new Located<>(observation, path, fullUrl));
    } else if (resource instanceof Patient patient) {
      patients.add(new Located<>(patient, path, fullUrl));
    } else if (resource instanceof Condition condition) {
      conditions.add(new Located<>(condition, path, fullUrl));
    } else if (resource instanceof Encounter encounter) {
      encounters.add(new Located<>(encounter, path, fullUrl));
    } else if (resource instanceof QuestionnaireResponse response) {
      questionnaires.add(new Located<>(response, path, fullUrl));
    } else if (resource instanceof Immunization immunization) {
      immunizations.add(new Located<>(immunization, path, fullUrl));
    } else if (resource instanceof RelatedPerson relative) {
      relatives.add(new Located<>(relative, path, fullUrl));
    } else if (!addMedicine(resource, path, fullUrl) && !BACKGROUND.contains(resource.fhirType())) {
      notices.add(
          "resource-not-used", path, resource.fhirType(), Map.of("type", resource.fhirType()));
    }
    if (resource instanceof DomainResource domain && domain.hasContained()) {
      int index = 0;
      for (Resource contained : domain.getContained()) {
        String id = contained.getIdElement().getIdPart();
        String local = id == null || id.startsWith("#") ? id : "#" + id;
        add(contained, path + ".contained[" + index++ + "]", local, notices);
      }
    }
  }

  private boolean addMedicine(Resource resource, String path, String fullUrl) {
    if (resource instanceof Medication medication) {
      medications.add(new Located<>(medication, path, fullUrl));
    } else if (resource instanceof MedicationStatement statement) {
      statements.add(new Located<>(statement, path, fullUrl));
    } else if (resource instanceof MedicationAdministration administration) {
      administrations.add(new Located<>(administration, path, fullUrl));
    } else if (resource instanceof MedicationRequest request) {
      requests.add(new Located<>(request, path, fullUrl));
    } else {
      return false;
    }
    return true;
  }

  /**
   * The subjects of everything that was observed, in comparable form; null stands for a resource
   * without one.
   */
  Set<String> subjects() {
    Set<String> subjects = new LinkedHashSet<>();
    observations.forEach(o -> subjects.add(Subject.told(o.resource().getSubject())));
    questionnaires.forEach(q -> subjects.add(Subject.told(q.resource().getSubject())));
    if (subjects.isEmpty()) {
      conditions.forEach(c -> subjects.add(Subject.told(c.resource().getSubject())));
      encounters.forEach(e -> subjects.add(Subject.told(e.resource().getSubject())));
    }
    return subjects;
  }

  /** The patients that were seen at a contact of their own, in comparable form. */
  Set<String> seen() {
    Set<String> seen = new LinkedHashSet<>();
    encounters.stream()
        .filter(e -> Visit.wasHeld(e.resource()) && e.resource().hasSubject())
        .forEach(e -> seen.add(Subject.told(e.resource().getSubject())));
    seen.remove(null);
    return seen;
  }

  /** Whether of anything that was observed nobody said whom it is about. */
  boolean isUntold() {
    return observations.stream().anyMatch(o -> !o.resource().hasSubject())
        || questionnaires.stream().anyMatch(q -> !q.resource().hasSubject());
  }
}
