package org.denba.fhir.mapping;

import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.denba.engine.triage.TriageRequest;

/**
 * A FHIR request, read.
 *
 * @param request what the engine evaluates; an element with contradicting values has the first of
 *     them
 * @param contradictions the elements with several values at the same time, each with all of them in
 *     a fixed order: whoever asks the engine must use the more severe answer
 * @param subject reference to the patient as the request's own resources refer to it, or null
 * @param encounter reference to the encounter, or null
 * @param sources where the finding of each element came from
 * @param patientPath FHIRPath of the Patient, or null
 * @param fingerprint digest of the request's bytes: names derived from it are the same for the same
 *     request only
 */
public record FhirEncounter(
    TriageRequest request,
    Map<String, List<Finding>> contradictions,
    String subject,
    String encounter,
    Map<String, Source> sources,
    String patientPath,
    byte[] fingerprint,
    FhirEncounter companion) {

  private static final String FINDINGS = "findings.";

  /** How the place of the second patient begins in a path of the engine. */
  public static final String COMPANION = "companion.";

  private static final String PATIENT = "patient.";
  private static final List<String> PARAMETERS =
      List.of("protocol", "setting", "date", "language", "parameters");

  /** This encounter with a second patient. */
  FhirEncounter with(FhirEncounter second) {
    TriageRequest.Companion other =
        new TriageRequest.Companion(
            second.request.patient(), second.request.findings(), second.request.notices());
    return new FhirEncounter(
        request.withCompanion(other),
        contradictions,
        subject,
        encounter,
        sources,
        patientPath,
        fingerprint,
        second);
  }

  /**
   * Where in the FHIR request something stands that the engine names by its place in a JSON
   * request; a path that is FHIRPath already stays.
   *
   * @return FHIRPath, or null where the request says nothing of it
   */
  public String expression(String path) {
    if (path == null) {
      return null;
    }
    if (path.startsWith(COMPANION)) {
      return companion == null ? null : companion.expression(path.substring(COMPANION.length()));
    }
    if (path.startsWith(FINDINGS)) {
      Source source = sources.get(path.substring(FINDINGS.length()));
      return source == null ? null : source.path() + ".value";
    }
    if (path.startsWith(PATIENT)) {
      return patientPath == null ? null : patientPath + ".birthDate";
    }
    if (Character.isUpperCase(path.charAt(0))) {
      return path;
    }
    int end = path.indexOf('.');
    String name = end < 0 ? path : path.substring(0, end);
    return PARAMETERS.contains(name)
        ? "Parameters.parameter.where(name = '"
            + (name.equals("parameters") ? "parameter" : name)
            + "')"
        : null;
  }
}
