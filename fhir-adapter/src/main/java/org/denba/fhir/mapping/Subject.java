package org.denba.fhir.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.triage.InvalidRequestException;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/**
 * One patient that a request is about. What is said about anyone else (a mother beside her child)
 * is never used for this patient.
 *
 * @param patient the Patient resource, or null where the request has none
 * @param reference how the request's resources refer to the patient, or null
 * @param names every reference that means this patient; empty means that all do
 */
record Subject(Located<Patient> patient, String reference, Set<String> names) {

  /**
   * Chooses the patient.
   *
   * @param patients the Patient resources of the request
   * @param observed the subjects of what was observed; null for a resource without one
   * @throws InvalidRequestException when it is not clear which patient is meant
   */
  static Subject choose(List<Located<Patient>> patients, Set<String> observed) {
    Map<String, Located<Patient>> distinct = new LinkedHashMap<>();
    patients.forEach(
        p -> distinct.putIfAbsent(p.reference() == null ? p.path() : p.reference(), p));
    Set<String> told = new LinkedHashSet<>(observed);
    boolean untold = told.remove(null);
    if (distinct.isEmpty()) {
      if (told.size() > 1) {
        throw ambiguous("what was observed belongs to " + told.size() + " different patients");
      }
      return new Subject(null, told.stream().findFirst().orElse(null), Set.of());
    }
    if (distinct.size() == 1) {
      return only(distinct.values().iterator().next(), told);
    }
    List<Located<Patient>> meant =
        distinct.values().stream().filter(p -> told.stream().anyMatch(names(p)::contains)).toList();
    if (meant.size() != 1 || untold && !told.isEmpty()) {
      throw ambiguous(
          "there are " + distinct.size() + " patients and it is not clear which is meant");
    }
    return of(meant.get(0));
  }

  private static Subject only(Located<Patient> patient, Set<String> told) {
    Set<String> names = names(patient);
    if (names.isEmpty()) {
      if (told.size() > 1) {
        throw ambiguous(
            "the Patient has no id, and subjects refer to " + told.size() + " patients");
      }
      return new Subject(patient, told.stream().findFirst().orElse(null), Set.of());
    }
    if (!told.isEmpty() && told.stream().noneMatch(names::contains)) {
      throw ambiguous("no observation's subject refers to the Patient of the bundle");
    }
    return of(patient);
  }

  static Subject of(Located<Patient> patient) {
    return new Subject(patient, patient.reference(), names(patient));
  }

  static Set<String> names(Located<Patient> patient) {
    Set<String> names = new LinkedHashSet<>();
    String id = patient.resource().getIdElement().getIdPart();
    if (id != null && !id.isEmpty()) {
      names.add(id.startsWith("#") ? id : "Patient/" + id);
    }
    if (patient.fullUrl() != null) {
      names.add(patient.fullUrl());
      names.add(bare(patient.fullUrl()));
    }
    return names;
  }

  /**
   * Whether a reference means this patient. A resource without a subject is taken to be about the
   * patient.
   */
  boolean means(Reference subject) {
    String told = told(subject);
    return told == null || names.isEmpty() || names.contains(told);
  }

  /**
   * The reference in the form that is compared: without version and without the base of a server;
   * null where none is told.
   */
  static String told(Reference subject) {
    return subject == null || !subject.hasReference() ? null : bare(subject.getReference());
  }

  private static String bare(String reference) {
    int version = reference.indexOf("/_history/");
    String plain = version < 0 ? reference : reference.substring(0, version);
    int type = plain.lastIndexOf("/Patient/");
    return type < 0 ? plain : plain.substring(type + 1);
  }

  static InvalidRequestException ambiguous(String problem) {
    return new InvalidRequestException(
        "Bundle",
        "patient-ambiguous",
        problem
            + ": send one patient, and let each subject refer to it; or a mother and her newborn,"
            + " with birth dates or a RelatedPerson");
  }
}
