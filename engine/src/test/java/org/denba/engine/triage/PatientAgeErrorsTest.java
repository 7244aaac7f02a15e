package org.denba.engine.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.engine.triage.Ages.NONE;
import static org.denba.engine.triage.Ages.VISIT;
import static org.denba.engine.triage.Ages.age;
import static org.denba.engine.triage.Ages.aged;
import static org.denba.engine.triage.Ages.born;
import static org.denba.engine.triage.Ages.point;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;

/** Statements about one age are taken together, or refused where they cannot all be true. */
class PatientAgeErrorsTest {

  private final List<RequestError> errors = new ArrayList<>();

  private void refused(Patient patient, Map<String, Finding> findings, String path, String code) {
    assertThat(PatientAge.read(patient, findings, VISIT, "", errors)).isEmpty();
    assertThat(errors).extracting(RequestError::code).containsExactly(code);
    assertThat(errors).extracting(RequestError::path).containsExactly(path);
    assertThat(errors.get(0).message()).isNotBlank();
  }

  @Example
  void severalStatementsThatAgreeAreTakenTogether() {
    Patient both =
        new Patient(null, VISIT.minusDays(400), null, 1, 13, 400, false, null, null, null);
    assertThat(age(both, VISIT).days()).isEqualTo(point(400));

    Patient narrower = new Patient(null, null, null, 1, 13, null, false, null, null, null);
    assertThat(age(narrower, VISIT).months()).isEqualTo(point(13));
  }

  @Example
  void aBirthDateThatDisagreesWithAnAgeBesideItIsRefused() {
    Patient disagreeing =
        new Patient(null, VISIT.minusMonths(6), null, null, 7, null, false, null, null, null);
    refused(disagreeing, NONE, "patient.ageMonths", "age-disagrees");
  }

  @Example
  void yearsThatDisagreeWithDaysAreRefused() {
    refused(aged(1, null, 364, false), NONE, "patient.ageYears", "age-disagrees");
  }

  @Example
  void aFindingThatDisagreesWithThePatientIsRefused() {
    refused(
        aged(null, 6, null, false),
        Map.of("age-months", Finding.Quantity.of(8)),
        "findings.age-months",
        "age-disagrees");
  }

  @Example
  void anEstimateMayDisagreeByAMonth() {
    Patient patient =
        new Patient(null, VISIT.minusMonths(6), null, null, 7, null, true, null, null, null);

    assertThat(age(patient, VISIT).months().low()).isGreaterThanOrEqualTo(6);
  }

  @Example
  void aBirthAfterTheVisitIsRefused() {
    refused(born(VISIT.plusDays(1), false), NONE, "patient.birthDate", "birth-date-in-future");
  }

  @Example
  void aNegativeAgeIsRefused() {
    refused(aged(null, -1, null, false), NONE, "patient.ageMonths", "age-impossible");
  }

  @Example
  void anAgeBeyondEveryLifeIsRefused() {
    refused(aged(131, null, null, false), NONE, "patient.ageYears", "age-impossible");
  }

  @Example
  void daysBeyondEveryLifeAreRefused() {
    refused(aged(null, null, 50_000, false), NONE, "patient.ageDays", "age-impossible");
  }

  @Example
  void theOldestAgesAreRead() {
    assertThat(age(aged(130, null, null, false), VISIT).months().low()).isEqualTo(1560);
    assertThat(age(aged(null, 1560, null, false), VISIT).months()).isEqualTo(point(1560));
  }

  @Example
  void theErrorSaysWhichPatientOfTheRequest() {
    PatientAge.read(aged(null, -1, null, false), NONE, VISIT, "companion.", errors);

    assertThat(errors.get(0).path()).isEqualTo("companion.patient.ageMonths");
  }

  /** In a month that is longer than the last, the calendar reaches some birthdays twice. */
  @Example
  void aBirthDateAndItsOwnMonthsNeverDisagree() {
    for (LocalDate visit = LocalDate.of(2023, 12, 1);
        visit.isBefore(LocalDate.of(2025, 4, 1));
        visit = visit.plusDays(1)) {
      for (int daysOld = 0; daysOld < 100; daysOld++) {
        LocalDate birth = visit.minusDays(daysOld);
        int months = (int) age(born(birth, false), visit).months().low();
        Patient both = new Patient(null, birth, null, 0, months, daysOld, false, null, null, null);
        assertThat(PatientAge.read(both, NONE, visit, "", errors))
            .as("born %s, seen %s, %s months", birth, visit, months)
            .isPresent();
        Interval days = age(aged(null, months, null, false), visit).days();
        assertThat((double) daysOld)
            .as("born %s, seen %s, %s months", birth, visit, months)
            .isBetween(days.low(), days.high());
      }
    }
  }
}
