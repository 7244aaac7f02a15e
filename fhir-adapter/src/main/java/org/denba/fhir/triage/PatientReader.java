package org.denba.fhir.triage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.denba.engine.growth.Sex;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.RequestError;
import org.denba.fhir.finding.IsoDay;
import org.denba.fhir.finding.Quoted;
import tools.jackson.databind.JsonNode;

/** Reads the object {@code patient} of a request. */
final class PatientReader {

  private static final Set<String> FIELDS =
      new TreeSet<>(
          List.of(
              "id",
              "birthDate",
              "sex",
              "ageYears",
              "ageMonths",
              "ageDays",
              "ageEstimated",
              "pregnant",
              "lmp",
              "deliveryDate"));

  private static final int YEARS = 150;
  private static final int MONTHS = YEARS * 12;
  private static final int DAYS = YEARS * 366;

  private PatientReader() {}

  static Patient read(JsonNode node, String path, Consumer<RequestError> errors) {
    Optional<Fields> present = Fields.of(node, path, FIELDS, errors);
    if (present.isEmpty()) {
      return Patient.unknown();
    }
    Fields patient = present.get();
    return new Patient(
        patient.id("id"),
        day(patient, "birthDate"),
        sex(patient),
        patient.count("ageYears", YEARS),
        patient.count("ageMonths", MONTHS),
        patient.count("ageDays", DAYS),
        Boolean.TRUE.equals(patient.answer("ageEstimated")),
        patient.answer("pregnant"),
        day(patient, "lmp"),
        day(patient, "deliveryDate"));
  }

  private static Sex sex(Fields patient) {
    String sex = patient.code("sex", List.of("male", "female", "other", "unknown"));
    if (sex == null) {
      return null;
    }
    return switch (sex) {
      case "male" -> Sex.MALE;
      case "female" -> Sex.FEMALE;
      default -> null;
    };
  }

  private static LocalDate day(Fields patient, String name) {
    String text = patient.text(name);
    if (text == null) {
      return null;
    }
    Optional<LocalDate> day = IsoDay.named(text);
    if (day.isEmpty()) {
      patient.error(
          name,
          "invalid-date",
          Quoted.of(text)
              + " is not a day of the calendar: send year-month-day, such as \"2025-05-01\""
              + (name.equals("birthDate") ? "; if the day is not known send ageMonths" : ""));
    }
    return day.orElse(null);
  }
}
