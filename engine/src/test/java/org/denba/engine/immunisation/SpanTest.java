package org.denba.engine.immunisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.ParameterValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days and weeks are counted, months are those of the calendar. */
class SpanTest {

  static final ParameterValues NONE = ParameterValues.of(List.of(), Map.of(), List.of());
  private static final ParameterValues LIMIT =
      ParameterValues.of(List.of("limit"), Map.of("limit", 0), List.of(11));

  static Span span(String text) {
    return Span.parse(text, "limit"::equals).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-11, 42 d, 2026-11-22",
    "2026-10-11, 6 wk, 2026-11-22",
    "2026-01-01, 14 wk, 2026-04-09",
    "2026-02-22, 9 mo, 2026-11-22",
    // months end on the last day of a shorter month
    "2026-05-31, 9 mo, 2027-02-28",
    "2026-05-28, 9 mo, 2027-02-28",
    "2023-05-29, 9 mo, 2024-02-29",
    "2023-05-31, 9 mo, 2024-02-29",
    "2026-01-31, 9 mo, 2026-10-31",
    // leap years
    "2024-02-29, 12 mo, 2025-02-28",
    "2024-02-29, 48 mo, 2028-02-29",
    "2024-01-18, 42 d, 2024-02-29",
    "2025-01-18, 42 d, 2025-03-01",
    // 9 months are 273 to 276 days
    "2026-02-01, 9 mo, 2026-11-01",
    "2025-03-01, 9 mo, 2025-12-01"
  })
  void endsOnThisDay(LocalDate from, String span, LocalDate end) {
    assertThat(span(span).after(from, NONE)).isEqualTo(end);
  }

  @Test
  void aParameterTellsTheNumber() {
    assertThat(span("{limit} mo").after(LocalDate.of(2026, 1, 15), LIMIT))
        .isEqualTo(LocalDate.of(2026, 12, 15));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "42", "d", "42d", "42 days", "-1 d", "1.5 mo", "{other} mo", "{limit}"})
  void nothingElseIsASpan(String text) {
    assertThat(Span.parse(text, "limit"::equals)).isEmpty();
  }
}
