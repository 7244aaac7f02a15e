package org.denba.fhir.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.denba.engine.triage.Patient;
import org.junit.jupiter.api.Test;

class AgeBandTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  @Test
  void eachWayToTellAnAgeHasItsBand() {
    assertThat(AgeBand.of(born("2026-01-11", null), DAY)).isEqualTo(AgeBand.UNDER_2_MONTHS);
    assertThat(AgeBand.of(born("2026-01-10", null), DAY)).isEqualTo(AgeBand.FROM_2_MONTHS);
    assertThat(AgeBand.of(aged(null, null, 59), DAY)).isEqualTo(AgeBand.UNDER_2_MONTHS);
    assertThat(AgeBand.of(aged(null, 11, null), DAY)).isEqualTo(AgeBand.FROM_2_MONTHS);
    assertThat(AgeBand.of(aged(null, 12, null), DAY)).isEqualTo(AgeBand.FROM_1_YEAR);
    assertThat(AgeBand.of(aged(4, null, null), DAY)).isEqualTo(AgeBand.FROM_1_YEAR);
    assertThat(AgeBand.of(aged(28, null, null), DAY)).isEqualTo(AgeBand.FROM_5_YEARS);
  }

  @Test
  void whatIsNotKnownIsNoBand() {
    assertThat(AgeBand.of(Patient.unknown(), DAY)).isEqualTo(AgeBand.NOT_TOLD);
    assertThat(AgeBand.of(born("2025-01-01", "2025-12-31"), DAY)).isEqualTo(AgeBand.NOT_TOLD);
    assertThat(AgeBand.of(born("2023-01-01", "2023-12-31"), DAY)).isEqualTo(AgeBand.FROM_1_YEAR);
  }

  private static Patient born(String day, String latest) {
    return new Patient(
        null,
        LocalDate.parse(day),
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        latest == null ? null : LocalDate.parse(latest));
  }

  private static Patient aged(Integer years, Integer months, Integer days) {
    return new Patient(null, null, null, years, months, days, false, null, null, null);
  }
}
