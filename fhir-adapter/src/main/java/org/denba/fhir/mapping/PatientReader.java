package org.denba.fhir.mapping;

import java.util.Map;
import org.denba.engine.growth.Sex;
import org.denba.fhir.mapping.People.BirthDays;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;

/**
 * Reads the Patient. A birth date of which only the month or the year is told stands for all its
 * days: every age that follows is considered.
 */
final class PatientReader {

  private PatientReader() {}

  static org.denba.engine.triage.Patient read(Located<Patient> located, Notices notices) {
    if (located == null) {
      return org.denba.engine.triage.Patient.unknown();
    }
    Patient patient = located.resource();
    BirthDays birth = BirthDays.of(patient.getBirthDateElement());
    boolean exact = birth == null || birth.earliest().equals(birth.latest());
    if (!exact) {
      notices.add("birth-date-incomplete", located.path() + ".birthDate", located.path(), Map.of());
    }
    return new org.denba.engine.triage.Patient(
        patient.getIdElement().getIdPart(),
        birth == null ? null : birth.earliest(),
        sex(patient.getGender()),
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        exact ? null : birth.latest());
  }

  private static Sex sex(AdministrativeGender gender) {
    if (gender == AdministrativeGender.MALE) {
      return Sex.MALE;
    }
    return gender == AdministrativeGender.FEMALE ? Sex.FEMALE : null;
  }
}
