package org.denba.engine.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;

/** Patients of whom the age is told, and the age that is read on the day of a visit. */
final class Ages {

  static final LocalDate VISIT = LocalDate.of(2026, 11, 22);
  static final Map<String, Finding> NONE = Map.of();

  static Patient born(LocalDate day, boolean estimated) {
    return new Patient(null, day, null, null, null, null, estimated, null, null, null);
  }

  static Patient aged(Integer years, Integer months, Integer days, boolean estimated) {
    return new Patient(null, null, null, years, months, days, estimated, null, null, null);
  }

  /** The age of a patient of whom nothing is told that is refused. */
  static PatientAge age(Patient patient, LocalDate date) {
    List<RequestError> errors = new ArrayList<>();
    Optional<PatientAge> age = PatientAge.read(patient, NONE, date, "", errors);
    assertThat(errors).isEmpty();
    return age.orElseThrow();
  }

  static Interval point(double value) {
    return Interval.point(value);
  }

  private Ages() {}
}
