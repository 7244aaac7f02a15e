package org.denba.engine.mutation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.denba.engine.assessment.Finding;
import org.denba.engine.growth.Sex;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;

/** A request of which something is to be changed. */
final class Draft {

  private final TriageRequest before;
  final Map<String, Finding> findings;
  final Map<String, Object> parameters;
  final Set<String> earlier;
  Patient patient;
  String setting;
  String visit;
  LocalDate date;

  private Draft(TriageRequest request) {
    before = request;
    findings = new LinkedHashMap<>(request.findings());
    parameters = new LinkedHashMap<>(request.parameters());
    earlier =
        request.earlier().stream()
            .map(TriageRequest.EarlierRow::rule)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    patient = request.patient();
    setting = request.setting();
    visit = request.visit();
    date = request.date();
  }

  /** The request after a change. */
  static TriageRequest of(TriageRequest request, Consumer<Draft> change) {
    Draft draft = new Draft(request);
    change.accept(draft);
    return draft.request();
  }

  /** Born on this day, in place of whatever was said of the age. */
  void born(LocalDate day) {
    age(day, null, null);
  }

  /** Only the completed months are told. */
  void ageMonths(int months) {
    age(null, null, months);
  }

  /** Only the completed years are told. */
  void ageYears(int years) {
    age(null, years, null);
  }

  /** Nothing is told of the age. */
  void noAge() {
    age(null, null, null);
  }

  private void age(LocalDate birth, Integer years, Integer months) {
    patient =
        new Patient(
            patient.id(),
            birth,
            patient.sex(),
            years,
            months,
            null,
            false,
            patient.pregnant(),
            patient.lmp(),
            patient.deliveryDate());
  }

  void sex(Sex sex) {
    patient =
        new Patient(
            patient.id(),
            patient.birthDate(),
            sex,
            patient.ageYears(),
            patient.ageMonths(),
            patient.ageDays(),
            patient.ageEstimated(),
            patient.pregnant(),
            patient.lmp(),
            patient.deliveryDate(),
            patient.birthDateLatest());
  }

  private TriageRequest request() {
    return new TriageRequest(
        before.id(),
        before.protocol(),
        setting,
        date,
        before.language(),
        visit,
        TriageRequest.FOLLOW_UP.equals(visit)
            ? earlier.stream().map(row -> new TriageRequest.EarlierRow(row, null)).toList()
            : before.earlier(),
        patient,
        parameters,
        findings,
        before.notices(),
        before.companion());
  }
}
