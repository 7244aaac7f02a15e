package org.denba.fhir.mapping;

/**
 * The URIs that FHIR clients of Denba see: code systems of our own and the public ones that we read
 * and write.
 */
public final class FhirSystems {

  private static final String OWN = "http://denba.org/fhir/CodeSystem/";

  /** Code = id of a data element. */
  public static final String DATA_ELEMENT = OWN + "data-element";

  /** Code = why something was not done: no-device, refused, child-agitated, not-feasible. */
  public static final String NOT_DONE_REASON = OWN + "not-done-reason";

  /** Code = classification id of the clinical reference. */
  public static final String CLASSIFICATION = OWN + "classification";

  /** Code = row id of the clinical reference ({@code COU-3}). */
  public static final String RULE = OWN + "rule";

  /** Code = pink, yellow, green. */
  public static final String COLOUR = OWN + "colour";

  /** Code = refer-urgent … undetermined. */
  public static final String URGENCY = OWN + "urgency";

  /** Code = proved, not-ruled-out. */
  public static final String TRIAGE_STATUS = OWN + "triage-status";

  /** Code = id of a recommendation ({@code TX-AMOX}, {@code FU-COU-3}). */
  public static final String RECOMMENDATION = OWN + "recommendation";

  /** Code = kind of a recommendation ({@code pre-referral-treatment}). */
  public static final String RECOMMENDATION_KIND = OWN + "recommendation-kind";

  /** Code = medication id of the dose tables. */
  public static final String MEDICATION = OWN + "medication";

  /** Code = route of administration as the dose tables write it. */
  public static final String ROUTE = OWN + "route";

  /** Code = warning or error code of the contract. */
  public static final String ISSUE = OWN + "issue";

  /** Base of the protocols' canonical URLs. */
  public static final String PLAN_DEFINITION = "http://denba.org/fhir/PlanDefinition/";

  /** Identifier system of rule digests ({@code sha256:…}). */
  public static final String RULE_DIGEST = "http://denba.org/fhir/NamingSystem/rule-digest";

  /** Identifier system of country overlays ({@code mali}). */
  public static final String OVERLAY = "http://denba.org/fhir/NamingSystem/overlay";

  /** Extension: the question to put to the health worker, in the answer's language. */
  public static final String QUESTION = "http://denba.org/fhir/StructureDefinition/question";

  /** Extension: the medicine that this one is given instead of, where that is not possible. */
  public static final String ALTERNATIVE_TO =
      "http://denba.org/fhir/StructureDefinition/alternative-to";

  public static final String LOINC = "http://loinc.org";
  public static final String SNOMED = "http://snomed.info/sct";
  public static final String UCUM = "http://unitsofmeasure.org";

  private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
  public static final String DATA_ABSENT_REASON = HL7 + "data-absent-reason";
  public static final String NULL_FLAVOR = HL7 + "v3-NullFlavor";
  public static final String YES_NO_V2 = HL7 + "v2-0136";
  public static final String CONDITION_CLINICAL = HL7 + "condition-clinical";
  public static final String CONDITION_VERIFICATION = HL7 + "condition-ver-status";
  public static final String CONDITION_CATEGORY = HL7 + "condition-category";
  public static final String PROVENANCE_PARTICIPANT = HL7 + "provenance-participant-type";

  private FhirSystems() {}
}
