package org.denba.fhir.mapping;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.denba.engine.growth.Sex;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;

/**
 * Reads the Patient. A birth date of which only the month is told becomes an age in months, and an
 * estimated one where the month leaves two ages open, so that every possible age is considered. A
 * birth year alone is used for those who are five or older whatever the month; for a small child it
 * would leave a year open, so the age counts as not told.
 */
final class PatientReader {

  /** Years from which a birth year alone is enough: all charts of children end there. */
  private static final int YEAR_IS_ENOUGH_FROM = 5;

  private PatientReader() {}

  static org.denba.engine.triage.Patient read(
      Located<Patient> located, LocalDate day, Notices notices) {
    if (located == null) {
      return org.denba.engine.triage.Patient.unknown();
    }
    Patient patient = located.resource();
    Age age = age(patient.getBirthDateElement(), day, located.path(), notices);
    return new org.denba.engine.triage.Patient(
        patient.getIdElement().getIdPart(),
        age.birthDate,
        sex(patient.getGender()),
        age.years,
        age.months,
        null,
        age.estimated,
        null,
        null,
        null);
  }

  private record Age(LocalDate birthDate, Integer years, Integer months, boolean estimated) {
    static final Age UNTOLD = new Age(null, null, null, false);
  }

  private static Age age(DateType birth, LocalDate day, String path, Notices notices) {
    if (!birth.hasValue()) {
      return Age.UNTOLD;
    }
    if (birth.getPrecision().ordinal() >= TemporalPrecisionEnum.DAY.ordinal()) {
      LocalDate date = LocalDate.of(birth.getYear(), birth.getMonth() + 1, birth.getDay());
      return new Age(date, null, null, false);
    }
    notices.add("birth-date-incomplete", path + ".birthDate", path, Map.of());
    boolean month = birth.getPrecision() == TemporalPrecisionEnum.MONTH;
    YearMonth first = YearMonth.of(birth.getYear(), month ? birth.getMonth() + 1 : 1);
    YearMonth last = month ? first : YearMonth.of(birth.getYear(), 12);
    return between(first.atDay(1), last.atEndOfMonth(), day, month);
  }

  /** The age of somebody born between two days. */
  private static Age between(LocalDate earliest, LocalDate latest, LocalDate day, boolean month) {
    LocalDate youngest = latest.isAfter(day) ? day : latest;
    if (earliest.isAfter(day)) {
      return new Age(earliest, null, null, false);
    }
    int leastMonths = (int) ChronoUnit.MONTHS.between(youngest, day);
    int mostMonths = (int) ChronoUnit.MONTHS.between(earliest, day);
    if (month) {
      return new Age(null, null, leastMonths, leastMonths != mostMonths);
    }
    int leastYears = leastMonths / 12;
    return leastYears >= YEAR_IS_ENOUGH_FROM ? new Age(null, leastYears, null, true) : Age.UNTOLD;
  }

  private static Sex sex(AdministrativeGender gender) {
    if (gender == AdministrativeGender.MALE) {
      return Sex.MALE;
    }
    return gender == AdministrativeGender.FEMALE ? Sex.FEMALE : null;
  }
}
