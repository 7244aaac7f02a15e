package org.denba.engine.immunisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.engine.immunisation.SpanTest.span;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both sides of every bound of one series. */
class DoseSeriesTest {

  private static final LocalDate BIRTH = LocalDate.of(2026, 1, 1);

  /** Three doses from 6 weeks on, 4 weeks apart, until 24 months. */
  private static final List<ScheduledDose> THREE =
      List.of(dose(1, "6 wk"), dose(2, "10 wk"), dose(3, "14 wk"));

  private static ScheduledDose dose(int number, String recommended) {
    return new ScheduledDose(
        "x-" + number,
        number,
        span("42 d"),
        span(recommended),
        span("28 d"),
        span("24 mo"),
        false,
        null,
        null,
        null);
  }

  private static Standing at(int age, int... given) {
    return withGrace(0, age, given);
  }

  private static Standing withGrace(int grace, int age, int... given) {
    return new DoseSeries(THREE, BIRTH, SpanTest.NONE, grace, 28)
        .on(BIRTH.plusDays(age), Arrays.stream(given).mapToObj(BIRTH::plusDays).toList(), BIRTH);
  }

  private static long day(LocalDate date) {
    return ChronoUnit.DAYS.between(BIRTH, date);
  }

  @ParameterizedTest
  @CsvSource({"41, NOT_YET", "42, DUE", "70, DUE", "71, OVERDUE"})
  void firstDose(int age, VaccineStatus status) {
    assertThat(at(age).status()).isEqualTo(status);
    assertThat(at(age).dose().number()).isEqualTo(1);
    assertThat(day(at(age).earliest())).isEqualTo(42);
  }

  @ParameterizedTest
  @CsvSource({
    // 28 days after the first dose, and 10 weeks are recommended
    "42, 69, NOT_YET, 70",
    "42, 70, DUE, 70",
    "42, 98, DUE, 70",
    "42, 99, OVERDUE, 70",
    // a late first dose moves the second
    "50, 77, NOT_YET, 78",
    "50, 78, DUE, 78",
    "50, 106, DUE, 78",
    "50, 107, OVERDUE, 78"
  })
  void secondDose(int first, int age, VaccineStatus status, int earliest) {
    Standing standing = at(age, first);
    assertThat(standing.dose().number()).isEqualTo(2);
    assertThat(standing.status()).isEqualTo(status);
    assertThat(day(standing.earliest())).isEqualTo(earliest);
  }

  @Test
  void aDoseBeforeTheAgeDoesNotCountAndTheIntervalRunsFromIt() {
    Standing standing = at(60, 41);
    assertThat(standing.dose().number()).isEqualTo(1);
    assertThat(standing.status()).isEqualTo(VaccineStatus.NOT_YET);
    assertThat(day(standing.earliest())).isEqualTo(69);
    assertThat(standing.tooEarly()).containsExactly(BIRTH.plusDays(41));
    assertThat(at(69, 41).status()).isEqualTo(VaccineStatus.DUE);
    // 28 days after the early one, as the first
    assertThat(at(80, 41, 68).dose().number()).isEqualTo(1);
    assertThat(at(80, 41, 69).dose().number()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"69, 2", "70, 3"})
  void twentySevenOrTwentyEightDaysApart(int second, int next) {
    assertThat(at(120, 42, second).dose().number()).isEqualTo(next);
  }

  @Test
  void anEarlySecondDoseIsRepeatedFourWeeksAfterIt() {
    Standing standing = at(90, 42, 69);
    assertThat(standing.dose().number()).isEqualTo(2);
    assertThat(day(standing.earliest())).isEqualTo(97);
    assertThat(standing.tooEarly()).containsExactly(BIRTH.plusDays(69));
  }

  @ParameterizedTest
  @CsvSource({"0, 41, 1", "0, 42, 2", "4, 37, 1", "4, 38, 2", "3, 38, 1"})
  void graceDaysOfAge(int grace, int first, int next) {
    assertThat(withGrace(grace, 200, first).dose().number()).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({"0, 77, 2", "0, 78, 3", "4, 73, 2", "4, 74, 3"})
  void graceDaysOfInterval(int grace, int second, int next) {
    assertThat(withGrace(grace, 200, 50, second).dose().number()).isEqualTo(next);
  }

  @Test
  void graceDoesNotMakeADoseDueEarlier() {
    assertThat(withGrace(4, 41).status()).isEqualTo(VaccineStatus.NOT_YET);
  }

  @Test
  void completeAndMoreThanComplete() {
    assertThat(at(200, 42, 70, 98).status()).isEqualTo(VaccineStatus.COMPLETE);
    assertThat(at(200, 42, 70, 98).dose().number()).isEqualTo(3);
    assertThat(at(200, 42, 70, 98, 126).status()).isEqualTo(VaccineStatus.COMPLETE);
    assertThat(at(200, 42, 70, 98, 126).comeBack()).isNull();
  }

  @Test
  void aSeriesIsNeverStartedAgain() {
    Standing standing = at(600, 42);
    assertThat(standing.dose().number()).isEqualTo(2);
    assertThat(standing.status()).isEqualTo(VaccineStatus.OVERDUE);
  }

  @Test
  void tooOldFromTheBirthdayOn() {
    LocalDate before = BIRTH.plusMonths(24).minusDays(1);
    assertThat(on(before).status()).isEqualTo(VaccineStatus.OVERDUE);
    assertThat(on(before.plusDays(1)).status()).isEqualTo(VaccineStatus.EXPIRED);
  }

  private static Standing on(LocalDate date) {
    return new DoseSeries(THREE, BIRTH, SpanTest.NONE, 0, 28).on(date, List.of(), BIRTH);
  }

  @Test
  void comesBackOnTheDayOfTheNextDose() {
    assertThat(day(at(10).comeBack())).isEqualTo(42);
    // the second is planned at 10 weeks, and 28 days after the first
    assertThat(day(at(42).comeBack())).isEqualTo(70);
    assertThat(day(at(60).comeBack())).isEqualTo(88);
    assertThat(at(126, 42, 70).comeBack()).isNull();
  }

  @Test
  void nobodyIsCalledBackForADoseThatIsThenTooLate() {
    LocalDate last = BIRTH.plusMonths(24).minusDays(20);
    assertThat(on(last).comeBack()).isNull();
    Standing waiting =
        new DoseSeries(THREE, BIRTH, SpanTest.NONE, 0, 28)
            .on(last, List.of(last.minusDays(1)), BIRTH);
    assertThat(waiting.status()).isEqualTo(VaccineStatus.NOT_YET);
    assertThat(waiting.comeBack()).isNull();
  }

  @Test
  void anotherLiveVaccinePutsItOff() {
    Standing standing =
        new DoseSeries(THREE, BIRTH, SpanTest.NONE, 0, 28)
            .on(BIRTH.plusDays(50), List.of(), BIRTH.plusDays(60));
    assertThat(standing.status()).isEqualTo(VaccineStatus.NOT_YET);
    assertThat(day(standing.comeBack())).isEqualTo(60);
  }

  /** A dose at birth that is skipped from day 15 on, then three from 6 weeks. */
  private static Standing withBirthDose(int age, int... given) {
    ScheduledDose atBirth =
        new ScheduledDose(
            "x-0", 0, span("0 d"), span("0 d"), null, span("15 d"), true, null, null, null);
    List<ScheduledDose> doses = List.of(atBirth, THREE.get(0), THREE.get(1), THREE.get(2));
    return new DoseSeries(doses, BIRTH, SpanTest.NONE, 0, 28)
        .on(BIRTH.plusDays(age), IntStream.of(given).mapToObj(BIRTH::plusDays).toList(), BIRTH);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, DUE", "14, 0, DUE", "15, 1, NOT_YET", "42, 1, DUE"})
  void theDoseAtBirthIsSkippedWhenItIsTooLate(int age, int number, VaccineStatus status) {
    assertThat(withBirthDose(age).dose().number()).isEqualTo(number);
    assertThat(withBirthDose(age).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "14, 41, NOT_YET", "14, 42, DUE",
    "20, 47, NOT_YET", "20, 48, DUE"
  })
  void theNextDoseWaitsFourWeeksAfterIt(int first, int age, VaccineStatus status) {
    assertThat(withBirthDose(age, first).dose().number()).isEqualTo(1);
    assertThat(withBirthDose(age, first).status()).isEqualTo(status);
  }

  @Test
  void aFirstDoseAtSixWeeksIsDoseOneEvenWithoutTheDoseAtBirth() {
    assertThat(withBirthDose(60, 42).dose().number()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-31, 2027-02-27, NOT_YET", "2026-05-31, 2027-02-28, DUE",
    "2023-05-31, 2024-02-28, NOT_YET", "2023-05-31, 2024-02-29, DUE",
    "2026-02-22, 2026-11-21, NOT_YET", "2026-02-22, 2026-11-22, DUE",
    "2024-02-29, 2024-11-28, NOT_YET", "2024-02-29, 2024-11-29, DUE",
    "2026-02-22, 2026-12-20, DUE", "2026-02-22, 2026-12-21, OVERDUE"
  })
  void nineCalendarMonths(LocalDate birth, LocalDate date, VaccineStatus status) {
    ScheduledDose dose =
        new ScheduledDose(
            "x-1", 1, span("9 mo"), span("9 mo"), null, span("60 mo"), false, null, null, null);
    assertThat(
            new DoseSeries(List.of(dose), birth, SpanTest.NONE, 0, 28)
                .on(date, List.of(), birth)
                .status())
        .isEqualTo(status);
  }

  @Test
  void aSeasonalDoseIsDueUntilTheSeasonEnds() {
    ScheduledDose first =
        new ScheduledDose(
            "x-1", 1, span("5 mo"), span("5 mo"), span("28 d"), null, false, null, null, null);
    ScheduledDose seasonal =
        new ScheduledDose(
            "x-2",
            2,
            span("5 mo"),
            null,
            span("0 mo"),
            null,
            false,
            Season.parse("05-01..06-30").orElseThrow(),
            null,
            null);
    List<LocalDate> given = List.of(LocalDate.of(2026, 8, 1));
    for (String expected :
        List.of("2027-04-30 NOT_YET", "2027-05-01 DUE", "2027-06-30 DUE", "2027-07-01 OVERDUE")) {
      String[] words = expected.split(" ");
      assertThat(
              new DoseSeries(List.of(first, seasonal), BIRTH, SpanTest.NONE, 0, 28)
                  .on(LocalDate.parse(words[0]), given, BIRTH)
                  .status()
                  .name())
          .isEqualTo(words[1]);
    }
  }
}
