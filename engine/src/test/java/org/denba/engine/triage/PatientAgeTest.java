package org.denba.engine.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.engine.triage.Ages.NONE;
import static org.denba.engine.triage.Ages.VISIT;
import static org.denba.engine.triage.Ages.age;
import static org.denba.engine.triage.Ages.aged;
import static org.denba.engine.triage.Ages.born;
import static org.denba.engine.triage.Ages.point;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.protocol.ProtocolFile.AgeBand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The age is counted in completed calendar months and in days, exactly or as an interval
 * (conventions §2).
 */
class PatientAgeTest {

  private final List<RequestError> errors = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 2026-11-22, 0, 0",
    "2026-10-23, 2026-11-22, 0, 30",
    "2026-10-22, 2026-11-22, 1, 31",
    "2026-09-22, 2026-11-22, 2, 61",
    "2026-09-23, 2026-11-22, 1, 60",
    // born on the first, two months are over on day 59
    "2026-01-01, 2026-03-01, 2, 59",
    "2026-01-01, 2026-02-28, 1, 58",
    // born on the 31st: a shorter month is over on its last day
    "2026-08-31, 2026-09-29, 0, 29",
    "2026-08-31, 2026-09-30, 1, 30",
    "2025-12-31, 2026-02-27, 1, 58",
    "2025-12-31, 2026-02-28, 2, 59",
    "2023-12-31, 2024-02-28, 1, 59",
    "2023-12-31, 2024-02-29, 2, 60",
    // born on a leap day
    "2024-02-29, 2025-02-27, 11, 364",
    "2024-02-29, 2025-02-28, 12, 365",
    "2024-02-29, 2026-02-28, 24, 730",
    "2024-02-29, 2028-02-28, 47, 1460",
    "2024-02-29, 2028-02-29, 48, 1461",
    // birthdays belong to the older band
    "2025-11-22, 2026-11-22, 12, 365",
    "2025-11-23, 2026-11-22, 11, 364",
    "2021-11-22, 2026-11-22, 60, 1826",
    "2021-11-23, 2026-11-22, 59, 1825"
  })
  void aBirthDateGivesTheCompletedMonthsAndDays(
      LocalDate birth, LocalDate visit, double months, double days) {
    PatientAge age = age(born(birth, false), visit);

    assertThat(age.months()).isEqualTo(point(months));
    assertThat(age.days()).isEqualTo(point(days));
    assertThat(age.exact()).isTrue();
  }

  @Example
  void monthsWithoutABirthDateAreAnIntervalOfDays() {
    PatientAge age = age(aged(null, 2, null, false), VISIT);

    assertThat(age.months()).isEqualTo(point(2));
    assertThat(age.days()).isEqualTo(new Interval(61, 91));
    assertThat(age.exact()).isFalse();
  }

  @Example
  void yearsWithoutABirthDateAreAnIntervalOfMonths() {
    PatientAge age = age(aged(1, null, null, false), VISIT);

    assertThat(age.months()).isEqualTo(new Interval(12, 23));
    assertThat(age.days()).isEqualTo(new Interval(365, 729));
  }

  @Example
  void daysWithoutABirthDateAreExact() {
    PatientAge age = age(aged(null, null, 59, false), VISIT);

    assertThat(age.days()).isEqualTo(point(59));
    assertThat(age.months()).isEqualTo(point(1));
    assertThat(age.exact()).isTrue();
    assertThat(age(aged(null, null, 0, false), VISIT).days()).isEqualTo(point(0));
  }

  @Example
  void anEstimateIsWidenedByAMonthEachWay() {
    assertThat(age(aged(null, 6, null, true), VISIT).months()).isEqualTo(new Interval(5, 7));
    assertThat(age(aged(2, null, null, true), VISIT).months()).isEqualTo(new Interval(23, 36));
    PatientAge guessed = age(born(VISIT.minusMonths(12), true), VISIT);
    assertThat(guessed.months()).isEqualTo(new Interval(11, 13));
    assertThat(guessed.exact()).isFalse();
    assertThat(age(aged(null, null, 100, true), VISIT).days()).isEqualTo(new Interval(69, 131));
  }

  @Example
  void anEstimateIsNeverBelowBirth() {
    assertThat(age(aged(null, 0, null, true), VISIT).months()).isEqualTo(new Interval(0, 1));
    assertThat(age(aged(null, null, 5, true), VISIT).days().low()).isZero();
    assertThat(age(born(VISIT, true), VISIT).days()).isEqualTo(new Interval(0, 31));
  }

  @Example
  void anAgeAmongTheFindingsIsReadLikeThePatients() {
    Map<String, Finding> findings =
        Map.of("age-months", Finding.Quantity.of(7), "age-days", Finding.Quantity.of(220));
    PatientAge age = PatientAge.read(Patient.unknown(), findings, VISIT, "", errors).orElseThrow();

    assertThat(age.months()).isEqualTo(point(7));
    assertThat(age.days()).isEqualTo(point(220));
  }

  @Example
  void nothingSaidOfTheAgeIsNoAge() {
    assertThat(PatientAge.read(Patient.unknown(), NONE, VISIT, "", errors)).isEmpty();
    assertThat(errors).isEmpty();
  }

  @Example
  void aProtocolSeesThePartOfTheAgeThatItCovers() {
    AgeBand band = new AgeBand(2, 60);
    PatientAge infant =
        PatientAge.within(Optional.of(age(aged(0, null, null, false), VISIT)), band, VISIT);
    assertThat(infant.months()).isEqualTo(new Interval(2, 11));

    PatientAge old =
        PatientAge.within(Optional.of(age(aged(4, null, null, true), VISIT)), band, VISIT);
    assertThat(old.months()).isEqualTo(new Interval(47, 59));

    PatientAge unknown = PatientAge.within(Optional.empty(), band, VISIT);
    assertThat(unknown.months()).isEqualTo(new Interval(2, 59));
    assertThat(unknown.exact()).isFalse();

    PatientAge exact =
        PatientAge.within(Optional.of(age(aged(null, 20, null, false), VISIT)), band, VISIT);
    assertThat(exact.months()).isEqualTo(point(20));
  }

  @Property
  void monthsAndDaysAlwaysAgree(
      @ForAll @IntRange(max = 3000) int daysOld, @ForAll @IntRange(max = 2000) int visitDay) {
    LocalDate visit = LocalDate.of(2023, 1, 1).plusDays(visitDay);
    LocalDate birth = visit.minusDays(daysOld);
    PatientAge age = age(born(birth, false), visit);

    assertThat(age.days()).isEqualTo(point(daysOld));
    int months = (int) age.months().low();
    assertThat(birth.plusMonths(months)).isBeforeOrEqualTo(visit);
    assertThat(birth.plusMonths(months + 1)).isAfter(visit);
  }

  @Property
  void aVaguerStatementHoldsTheExactAge(
      @ForAll @IntRange(max = 3000) int daysOld, @ForAll @IntRange(max = 2000) int visitDay) {
    LocalDate visit = LocalDate.of(2023, 1, 1).plusDays(visitDay);
    LocalDate birth = visit.minusDays(daysOld);
    PatientAge exact = age(born(birth, false), visit);
    int months = (int) exact.months().low();

    for (Patient told :
        List.of(
            aged(null, months, null, false),
            aged(months / 12, null, null, false),
            aged(null, months, null, true),
            aged(null, null, daysOld, true),
            born(birth, true))) {
      PatientAge vague = age(told, visit);
      assertThat(exact.days().low())
          .as(told.toString())
          .isBetween(vague.days().low(), vague.days().high());
      assertThat(exact.months().low()).isBetween(vague.months().low(), vague.months().high());
    }
  }

  @Property
  void tellingTheMonthsAgainGivesTheSameMonths(
      @ForAll @IntRange(max = 200) int months, @ForAll @IntRange(max = 2000) int visitDay) {
    LocalDate visit = LocalDate.of(2023, 1, 1).plusDays(visitDay);
    PatientAge age = age(aged(null, months, null, false), visit);

    assertThat(age.months()).isEqualTo(point(months));
    assertThat(ChronoUnit.DAYS.between(visit.minusDays((long) age.days().high()), visit))
        .isEqualTo((long) age.days().high());
  }
}
