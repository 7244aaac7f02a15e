package org.denba.engine.second;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.denba.engine.growth.Sex;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;

/** A patient in the making: each input of a chart writes what it says. */
final class RequestDraft {

  final Map<String, Finding> findings = new HashMap<>();
  final Map<String, Object> parameters = new HashMap<>();
  String setting = TriageRequest.FACILITY;
  String visit = TriageRequest.INITIAL;
  List<TriageRequest.EarlierRow> earlier = List.of();
  LocalDate birth;
  LocalDate latestBirth;
  Sex sex;

  TriageRequest request(String protocol, LocalDate day) {
    Patient patient =
        new Patient(null, birth, sex, null, null, null, false, null, null, null, latestBirth);
    return new TriageRequest(
        null,
        protocol,
        setting,
        day,
        "en",
        visit,
        earlier,
        patient,
        parameters,
        findings,
        List.of(),
        null);
  }

  /** It is a follow-up visit, after one that reported these rows. */
  void followUp(List<String> rows) {
    visit = TriageRequest.FOLLOW_UP;
    earlier = rows.stream().map(row -> new TriageRequest.EarlierRow(row, null)).toList();
  }
}
