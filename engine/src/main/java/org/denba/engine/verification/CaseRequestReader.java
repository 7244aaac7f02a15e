package org.denba.engine.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.growth.Sex;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageRequest.Companion;
import org.denba.engine.triage.TriageRequest.EarlierRow;

/** Reads the encounter of a case: patients, findings, parameters, setting and date. */
final class CaseRequestReader {

  /** The second patient of an encounter, and what is expected of that one. */
  static final String COMPANION = "companion";

  private static final String PATIENT = "patient";
  private static final String FINDINGS = "findings";

  /** The keys of an encounter; a base may hold the same. */
  static final List<String> KEYS =
      List.of(
          "protocol",
          "setting",
          "date",
          "language",
          "visit",
          "earlier",
          PATIENT,
          FINDINGS,
          "parameters",
          COMPANION);

  private static final String CHOSEN_BY_ENGINE = "none";
  private static final String BORN = "bornDaysAgo";
  static final List<String> PATIENT_KEYS =
      List.of(
          "birthDate",
          BORN,
          "sex",
          "ageYears",
          "ageMonths",
          "ageDays",
          "ageEstimated",
          "pregnant",
          "lmp",
          "deliveryDate");

  private final CaseWords words;
  private final FindingReader findings;
  private final String protocol;
  private final LocalDate day;

  /**
   * @param protocol the protocol of the cases that do not name one
   * @param day the day of the cases that do not name one
   */
  CaseRequestReader(CaseWords words, String protocol, LocalDate day) {
    this.words = words;
    this.findings = new FindingReader(words);
    this.protocol = protocol;
    this.day = day;
  }

  TriageRequest read(CaseValue encounter) {
    Map<String, CaseValue> entries = encounter.entries();
    LocalDate date = entries.containsKey("date") ? entries.get("date").date() : day;
    String wanted = text(entries, "protocol", protocol);
    return new TriageRequest(
        null,
        wanted.equals(CHOSEN_BY_ENGINE) ? null : wanted,
        text(entries, "setting", TriageRequest.FACILITY),
        date,
        text(entries, "language", null),
        text(entries, "visit", TriageRequest.INITIAL),
        earlier(entries.get("earlier")),
        patientIn(entries, date),
        entries.containsKey("parameters") ? parameters(entries.get("parameters")) : Map.of(),
        findingsIn(entries, date),
        List.of(),
        entries.containsKey(COMPANION) ? companion(entries.get(COMPANION), date) : null);
  }

  private Companion companion(CaseValue second, LocalDate date) {
    Map<String, CaseValue> entries = second.entries();
    entries.forEach(
        (key, value) ->
            CaseWords.known(value, key, List.of(PATIENT, FINDINGS), "key of a second patient"));
    return new Companion(patientIn(entries, date), findingsIn(entries, date), List.of());
  }

  private static Patient patientIn(Map<String, CaseValue> entries, LocalDate date) {
    return entries.containsKey(PATIENT) ? patient(entries.get(PATIENT), date) : Patient.unknown();
  }

  private Map<String, Finding> findingsIn(Map<String, CaseValue> entries, LocalDate date) {
    return entries.containsKey(FINDINGS) ? findings.read(entries.get(FINDINGS), date) : Map.of();
  }

  private static String text(Map<String, CaseValue> entries, String key, String otherwise) {
    return entries.containsKey(key) ? entries.get(key).text() : otherwise;
  }

  private List<EarlierRow> earlier(CaseValue earlier) {
    List<EarlierRow> rows = new ArrayList<>();
    if (earlier != null) {
      for (CaseValue item : earlier.items()) {
        rows.add(new EarlierRow(words.row(item), null));
      }
    }
    return rows;
  }

  private Map<String, Object> parameters(CaseValue parameters) {
    Map<String, Object> read = new LinkedHashMap<>();
    parameters
        .entries()
        .forEach(
            (id, value) -> {
              words.parameter(value, id);
              read.put(
                  id,
                  value.value() instanceof Boolean || value.value() instanceof Number
                      ? value.value()
                      : value.text());
            });
    return read;
  }

  private static Patient patient(CaseValue patient, LocalDate date) {
    Map<String, CaseValue> entries = patient.entries();
    entries.forEach((key, value) -> CaseWords.known(value, key, PATIENT_KEYS, "key of a patient"));
    Interval born = entries.containsKey(BORN) ? entries.get(BORN).interval() : null;
    return new Patient(
        null,
        born == null ? day(entries, "birthDate", date) : date.minusDays((long) born.high()),
        isGiven(entries, "sex") ? sex(entries.get("sex")) : null,
        whole(entries, "ageYears"),
        whole(entries, "ageMonths"),
        whole(entries, "ageDays"),
        entries.containsKey("ageEstimated") && entries.get("ageEstimated").flag(),
        entries.containsKey("pregnant") ? entries.get("pregnant").flag() : null,
        day(entries, "lmp", date),
        day(entries, "deliveryDate", date),
        born == null || born.isPoint() ? null : date.minusDays((long) born.low()));
  }

  private static Sex sex(CaseValue value) {
    return CaseWords.known(value, value.text(), List.of("male", "female"), "sex").equals("male")
        ? Sex.MALE
        : Sex.FEMALE;
  }

  private static Integer whole(Map<String, CaseValue> entries, String key) {
    return isGiven(entries, key) ? entries.get(key).integer() : null;
  }

  private static LocalDate day(Map<String, CaseValue> entries, String key, LocalDate date) {
    return isGiven(entries, key) ? FindingReader.day(entries.get(key), date) : null;
  }

  /** A key without a value takes back what the base said. */
  private static boolean isGiven(Map<String, CaseValue> entries, String key) {
    return entries.containsKey(key) && entries.get(key).value() != null;
  }
}
