package org.denba.engine.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.growth.Sex;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageRequest.EarlierRow;

/** Reads the encounter of a case: patient, findings, parameters, setting and date. */
final class CaseRequestReader {

  /** The keys of an encounter; a base may hold the same. */
  static final List<String> KEYS =
      List.of(
          "protocol",
          "setting",
          "date",
          "language",
          "visit",
          "earlier",
          "patient",
          "findings",
          "parameters");

  private static final String CHOSEN_BY_ENGINE = "none";
  static final List<String> PATIENT_KEYS =
      List.of(
          "birthDate",
          "bornDaysAgo",
          "sex",
          "ageYears",
          "ageMonths",
          "ageDays",
          "ageEstimated",
          "pregnant",
          "lmp",
          "lmpDaysAgo",
          "deliveryDate",
          "deliveredDaysAgo");

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
        entries.containsKey("patient") ? patient(entries.get("patient"), date) : Patient.unknown(),
        entries.containsKey("parameters") ? parameters(entries.get("parameters")) : Map.of(),
        entries.containsKey("findings") ? findings.read(entries.get("findings"), date) : Map.of(),
        List.of(),
        null);
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
    return new Patient(
        null,
        day(entries, "birthDate", "bornDaysAgo", date),
        isGiven(entries, "sex") ? sex(entries.get("sex")) : null,
        whole(entries, "ageYears"),
        whole(entries, "ageMonths"),
        whole(entries, "ageDays"),
        entries.containsKey("ageEstimated") && entries.get("ageEstimated").flag(),
        entries.containsKey("pregnant") ? entries.get("pregnant").flag() : null,
        day(entries, "lmp", "lmpDaysAgo", date),
        day(entries, "deliveryDate", "deliveredDaysAgo", date));
  }

  private static Sex sex(CaseValue value) {
    return CaseWords.known(value, value.text(), List.of("male", "female"), "sex").equals("male")
        ? Sex.MALE
        : Sex.FEMALE;
  }

  private static Integer whole(Map<String, CaseValue> entries, String key) {
    return isGiven(entries, key) ? entries.get(key).integer() : null;
  }

  /** A day, or so many days before the visit. */
  private static LocalDate day(
      Map<String, CaseValue> entries, String key, String daysAgo, LocalDate visit) {
    if (isGiven(entries, daysAgo)) {
      return visit.minusDays(entries.get(daysAgo).integer());
    }
    return isGiven(entries, key) ? entries.get(key).date() : null;
  }

  /** A key without a value takes back what the base said. */
  private static boolean isGiven(Map<String, CaseValue> entries, String key) {
    return entries.containsKey(key) && entries.get(key).value() != null;
  }
}
