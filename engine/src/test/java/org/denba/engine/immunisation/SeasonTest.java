package org.denba.engine.immunisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A seasonal dose waits for the season of a later year. */
class SeasonTest {

  private static final Season MAY_TO_JUNE = Season.parse("05-01..06-30").orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 2027, 2027-05-01",
    "2027-05-01, 2027, 2027-05-01",
    "2027-06-30, 2027, 2027-06-30",
    "2027-07-01, 2027, 2028-05-01",
    "2026-05-10, 2027, 2027-05-01",
    "2027-02-01, 2026, 2027-05-01"
  })
  void firstDay(LocalDate earliest, int year, LocalDate first) {
    assertThat(MAY_TO_JUNE.firstDay(earliest, year)).isEqualTo(first);
  }

  @Test
  void lastDay() {
    assertThat(MAY_TO_JUNE.lastDay(LocalDate.of(2027, 5, 1))).isEqualTo(LocalDate.of(2027, 6, 30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "05-01", "05-01..", "06-30..05-01", "5-1..6-30", "13-01..13-02"})
  void nothingElseIsASeason(String text) {
    assertThat(Season.parse(text)).isEmpty();
  }
}
