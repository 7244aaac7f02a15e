package org.denba.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.fhir.mapping.Records.ATC;
import static org.denba.fhir.mapping.Records.CVX;
import static org.denba.fhir.mapping.Records.dose;
import static org.denba.fhir.mapping.Visits.code;
import static org.denba.fhir.mapping.Visits.findings;
import static org.denba.fhir.mapping.Visits.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vaccines that were given before this visit. */
class EarlierVaccinesTest {

  private static List<Map<String, String>> doses(Visits visits) {
    Finding found = findings(visits).get("vaccine-doses");
    return found == null ? null : ((Finding.Entries) found).entries();
  }

  @ParameterizedTest
  @CsvSource({
    "http://hl7.org/fhir/sid/cvx, 19, BCG",
    "http://hl7.org/fhir/sid/cvx, 178, OPV",
    "http://hl7.org/fhir/sid/cvx, 198, PENTA",
    "http://hl7.org/fhir/sid/cvx, 04, MR",
    "http://www.whocc.no/atc, J07BL01, YF",
    "http://www.whocc.no/atc, J07CA11, PENTA",
    "http://snomed.info/sct, 871761004, ROTA",
    "http://id.who.int/icd/release/11/mms, XM8TF3, MR",
    "http://example.org, R21, R21",
    ", PCV, PCV",
  })
  void the_code_of_a_vaccine_is_an_antigen(String system, String code, String antigen) {
    assertThat(doses(Visits.ofChild().with(dose(system, code, "2026-01-05"))))
        .containsExactly(Map.of("antigen", antigen, "date", "2026-01-05"));
  }

  @Test
  void a_combined_vaccine_is_a_dose_of_each_antigen() {
    assertThat(doses(Visits.ofChild().with(dose(CVX, "146", "2026-01-05"))))
        .extracting(d -> d.get("antigen"))
        .containsExactly("IPV", "PENTA");
  }

  @Test
  void a_code_means_a_vaccine_only_in_its_own_system() {
    assertThat(doses(Visits.ofChild().with(dose("http://example.org", "19", "2026-01-05"))))
        .containsExactly(Map.of("antigen", "19", "date", "2026-01-05"));
  }

  @ParameterizedTest
  @CsvSource({
    "true, , register",
    "false, record, card",
    "false, recall, recall",
    "false, provider, register",
    "false, , recall",
    "false, strange, recall",
    ", record, card",
    ", , ",
  })
  void who_knows_of_a_dose(Boolean primary, String origin, String source) {
    Immunization dose = dose(CVX, "19", "2026-01-05");
    if (primary != null) {
      dose.setPrimarySource(primary);
    }
    if (origin != null) {
      dose.setReportOrigin(
          code("http://terminology.hl7.org/CodeSystem/immunization-origin", origin));
    }
    assertThat(doses(Visits.ofChild().with(dose)).get(0).get("source")).isEqualTo(source);
  }

  @Test
  void a_dose_that_was_not_given_or_does_not_count_is_left_out() {
    Immunization notDone = dose(CVX, "19", "2026-01-05");
    notDone.setStatus(ImmunizationStatus.NOTDONE);
    Immunization error = dose(CVX, "19", "2026-01-05");
    error.setStatus(ImmunizationStatus.ENTEREDINERROR);
    Immunization weak = dose(CVX, "19", "2026-01-05");
    weak.setIsSubpotent(true);
    for (Immunization one : List.of(notDone, error, weak)) {
      FhirEncounter read = Visits.ofChild().with(one).read();
      assertThat(read.request().findings()).isEmpty();
      assertThat(notices(read)).containsExactly("status-ignored");
    }
  }

  @Test
  void no_known_immunization_is_an_empty_list_and_a_missing_one_is_not_known() {
    Immunization none =
        dose(
            "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips",
            "no-known-immunizations",
            null);
    assertThat(doses(Visits.ofChild().with(none))).isEmpty();
    none.setPrimarySource(true);
    assertThat(doses(Visits.ofChild().with(none))).containsExactly(Map.of("source", "register"));
    assertThat(doses(Visits.ofChild())).isNull();
  }

  @Test
  void tetanus_doses_of_a_woman_are_counted_and_dated() {
    assertThat(
            findings(
                Visits.ofChild()
                    .with(dose(CVX, "09", "2024-01-05"))
                    .with(dose(ATC, "J07AM51", "2026-06-05"))
                    .with(dose(null, "TD", "2026-07"))
                    .with(dose(null, "TD", "2027-07-01"))))
        .isEqualTo(Map.of("td-doses", Finding.Quantity.of(2), "last-td-date", day("2026-06-05")));
  }

  @Test
  void a_hostile_number_of_doses_stays_in_the_allowed_range() {
    Visits visits = Visits.ofChild();
    for (int i = 1; i <= 28; i++) {
      visits.with(dose(CVX, "09", "2026-02-" + (i < 10 ? "0" + i : i)));
    }
    assertThat(findings(visits)).containsEntry("td-doses", Finding.Quantity.of(6));
  }

  private static Finding day(String date) {
    return new Finding.Day(LocalDate.parse(date));
  }
}
