package org.denba.engine.triage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.denba.engine.assessment.Contact;
import org.denba.engine.assessment.Finding;

/**
 * One encounter to be triaged, already read from JSON or FHIR: findings are in their elements' own
 * units and of their types.
 *
 * @param id the client's id of the encounter, or null
 * @param protocol the protocol asked for, or null for the one that fits
 * @param setting {@code health-facility} or {@code community}
 * @param date day of the assessment, or null for today
 * @param language the language wanted for texts; one that the rules lack falls back to English,
 *     with a warning
 * @param visit {@code initial} or {@code follow-up}
 * @param earlier the rows of earlier contacts, for a follow-up
 * @param patient the patient
 * @param parameters named parameters that differ for this request: a text, a number or a boolean
 *     each
 * @param findings what was found, by data element id
 * @param notices what the door noticed while it read the request
 * @param companion the newborn with the mother, or the mother with the newborn, or null
 */
public record TriageRequest(
    String id,
    String protocol,
    String setting,
    LocalDate date,
    String language,
    String visit,
    List<EarlierRow> earlier,
    Patient patient,
    Map<String, Object> parameters,
    Map<String, Finding> findings,
    List<Notice> notices,
    Companion companion) {

  public static final String FACILITY = "health-facility";
  public static final String COMMUNITY = "community";
  public static final String INITIAL = "initial";
  public static final String FOLLOW_UP = "follow-up";

  public TriageRequest {
    earlier = List.copyOf(earlier);
    notices = List.copyOf(notices);
  }

  /** The same request with these findings. */
  public TriageRequest withFindings(Map<String, Finding> told) {
    return new TriageRequest(
        id,
        protocol,
        setting,
        date,
        language,
        visit,
        earlier,
        patient,
        parameters,
        told,
        notices,
        companion);
  }

  /** The same request, to be answered in this language. */
  public TriageRequest withLanguage(String spoken) {
    return new TriageRequest(
        id,
        protocol,
        setting,
        date,
        spoken,
        visit,
        earlier,
        patient,
        parameters,
        findings,
        notices,
        companion);
  }

  /** The same request with this second patient. */
  public TriageRequest withCompanion(Companion second) {
    return new TriageRequest(
        id,
        protocol,
        setting,
        date,
        language,
        visit,
        earlier,
        patient,
        parameters,
        findings,
        notices,
        second);
  }

  /** Where and at what kind of visit the patient is seen. */
  Contact contact() {
    return new Contact(
        setting,
        FOLLOW_UP.equals(visit),
        earlier.stream().map(EarlierRow::rule).collect(Collectors.toSet()));
  }

  /**
   * A row that an earlier contact reported.
   *
   * @param rule row id
   * @param date day of that contact, or null
   */
  public record EarlierRow(String rule, LocalDate date) {}

  /** The second patient of the request. */
  public record Companion(Patient patient, Map<String, Finding> findings, List<Notice> notices) {
    public Companion {
      notices = List.copyOf(notices);
    }
  }
}
