package org.denba.engine.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.denba.engine.TriageEngine;
import org.denba.engine.triage.EngineOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The service starts on any day: a canary that was written down with its date is answered as on
 * that day, and one without a date as of today.
 */
class AnyDayTest {

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-22", "2026-11-29", "2027-02-28", "2028-02-29", "2031-12-31"})
  void theCanariesPass(String day) {
    LocalDate today = LocalDate.parse(day);
    TriageEngine engine =
        TriageEngine.load(BuiltInCases.FILES, EngineOptions.defaults(() -> today));

    assertThat(SelfTest.of(engine).canaries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-29", "2030-06-15"})
  void theCanariesOfTheOverlayPass(String day) {
    LocalDate today = LocalDate.parse(day);
    EngineOptions mali = EngineOptions.defaults(() -> today).with("mali", null);

    assertThat(SelfTest.of(TriageEngine.load(BuiltInCases.FILES, mali)).canaries()).isEmpty();
  }
}
