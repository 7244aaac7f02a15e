package org.denba.engine.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.TriageEngine;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.growth.Sex;
import org.denba.engine.rules.FewProtocols;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageRequest.EarlierRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A visit is kept as a case that names nobody and passes. */
class CaseRecordingTest {

  private static final LocalDate VISIT = LocalDate.of(2026, 9, 17);
  private static final Map<String, Finding> COUGH =
      Map.of("cough", new Finding.Answer(true), "respiratory-rate", Finding.Quantity.of(52));

  @Test
  void nothingTellsWhoItWasOrWhen() {
    Map<String, Finding> findings = new LinkedHashMap<>(COUGH);
    findings.put("weight", new Finding.Quantity(new Interval(9.5, 10.5)));
    findings.put("deworming-last-date", new Finding.Day(LocalDate.of(2026, 3, 21)));
    findings.put(
        "vaccine-doses",
        new Finding.Entries(
            List.of(
                Map.of("antigen", "penta", "date", "2025-05-19", "source", "Keita"),
                Map.of("antigen", "Moussa", "note", "lives beside the well"))));
    TriageRequest request =
        new TriageRequest(
            "encounter-4711",
            "imci-child",
            TriageRequest.FACILITY,
            VISIT,
            "fr",
            TriageRequest.FOLLOW_UP,
            List.of(new EarlierRow("COU-3", LocalDate.of(2026, 9, 14))),
            new Patient(
                "NINA-187654321",
                LocalDate.of(2025, 3, 9),
                Sex.FEMALE,
                null,
                null,
                null,
                false,
                null,
                null,
                null),
            Map.of("malaria.risk", "high"),
            findings,
            List.of(),
            null);

    CaseRecording recorded = record(request);

    assertThat(recorded.yaml() + recorded.notes())
        .doesNotContain("4711", "NINA", "187654321", "Keita", "Moussa", "well")
        .doesNotContain("2025", "2026", "-09-", "09-1");
    assertThat(recorded.yaml())
        .contains("bornDaysAgo: 557, sex: female")
        .contains("earlier: [COU-3]")
        .contains("weight: 9.5..10.5")
        .contains("deworming-last-date: { daysAgo: 180 }")
        .contains("date: { daysAgo: 486 }")
        .contains("malaria.risk: high");
    assertThat(recorded.notes())
        .contains("left out of 'vaccine-doses': a word that the rule files do not have");
    passes(recorded, VISIT, LocalDate.of(2024, 2, 29), LocalDate.of(2031, 3, 1));
  }

  @Test
  void theSecondPatientOfTheVisitIsPartOfTheCase() {
    TriageRequest mother = visit("postnatal-mother", Map.of("ageYears", 25), Map.of());
    Patient newborn =
        new Patient(
            "NINA-2", VISIT.minusDays(2), Sex.MALE, null, null, null, false, null, null, null);
    TriageRequest both =
        mother.withCompanion(
            new TriageRequest.Companion(
                newborn, Map.of("convulsions-this-illness", new Finding.Answer(true)), List.of()));

    CaseRecording recorded = record(both);

    assertThat(recorded.yaml())
        .contains("companion:", "bornDaysAgo: 2", "companion: { protocol: imci-young-infant")
        .doesNotContain("NINA");
    passes(recorded, VISIT, LocalDate.of(2024, 2, 29));
    assertThatThrownBy(
            () ->
                passes(
                    new CaseRecording(
                        recorded
                            .yaml()
                            .replaceAll("(?s)  companion:\\s+patient.*?expect", "  expect"),
                        recorded.protocol(),
                        List.of()),
                    VISIT))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected an answer for the second patient, got none");
  }

  @Test
  void theAnswerStandsUnderExpect() {
    TriageRequest request = visit("imci-child", Map.of("ageMonths", 18), COUGH);

    CaseRecording recorded = record(request);

    assertThat(recorded.protocol()).isEqualTo("imci-child");
    assertThat(recorded.yaml())
        .startsWith(
            "# Recorded from a visit. What stands under 'expect' is what the rules answered")
        .contains("urgency: treat-here", "could-be: refer-urgent", "decided: no")
        .contains("exactly-proved: [COU-3]", "referral: none");
    List<ClinicalCase> read = read(recorded, VISIT);
    assertThat(read).hasSize(1);
    assertThat(read.get(0).id()).isEqualTo("VISIT.1");
    // an answer that differs fails the case
    assertThatThrownBy(
            () ->
                passes(
                    new CaseRecording(
                        recorded.yaml().replace("respiratory-rate: 52", "respiratory-rate: 22"),
                        recorded.protocol(),
                        List.of()),
                    VISIT))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void theChoiceOfTheProtocolIsPartOfTheCase() {
    CaseRecording recorded = record(visit(null, Map.of("ageDays", 12), Map.of()));

    assertThat(recorded.protocol()).isEqualTo("imci-young-infant");
    assertThat(recorded.yaml()).contains("protocol: none", "protocol: imci-young-infant");
    passes(recorded, VISIT);
  }

  @Test
  void aPatientOutsideEveryProtocolIsRecordedToo() {
    CaseRecording recorded = record(visit(null, Map.of("ageYears", 40), Map.of()));

    assertThat(recorded.yaml()).contains("protocol: out-of-scope");
    passes(recorded, VISIT);
  }

  @Test
  void whatTheSiteSetsIsNoPartOfTheCase() {
    EngineOptions site =
        new EngineOptions(() -> VISIT, 1, Map.of("imci.spo2-refer-below", 92), Set.of());
    Map<String, Finding> findings = new LinkedHashMap<>(COUGH);
    findings.put("spo2", Finding.Quantity.of(91));

    CaseRecording recorded =
        CaseRecording.of(
            TriageEngine.load(FewProtocols.of("imci-child"), site),
            visit("imci-child", Map.of("ageMonths", 18), findings),
            null,
            null);

    assertThat(recorded.notes())
        .singleElement()
        .asString()
        .startsWith("not under 'expect'")
        .contains("urgency", "exactly-proved");
    assertThat(recorded.yaml())
        .contains("- id: VISIT.", "title: \"A recorded visit, refer-urgent\"");
    passes(recorded, VISIT);
  }

  @Test
  void aVisitThatIsRefusedIsNoCase() {
    TriageRequest refused = visit("imci-child", Map.of("ageMonths", -3), COUGH);

    assertThatThrownBy(() -> record(refused)).isInstanceOf(InvalidRequestException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"imci-child", "antenatal", "postnatal-newborn", "immunisation"})
  void everyShippedCaseCanBeRecordedAndPasses(String protocol) {
    List<ClinicalCase> cases =
        CaseFiles.read(BuiltInCases.ENGINE, BuiltInCases.FILES, protocol, BuiltInCases.DAY);
    List<String> failed = new ArrayList<>();
    int recordings = 0;
    for (int i = 0; i < cases.size(); i += 23) {
      TriageRequest request = cases.get(i).request();
      if (isRefused(request)) {
        continue;
      }
      CaseRecording recorded =
          CaseRecording.of(BuiltInCases.ENGINE, request, cases.get(i).id(), "Recorded");
      recordings++;
      for (ClinicalCase each : read(recorded, LocalDate.of(2028, 5, 6))) {
        CaseRunner.run(BuiltInCases.ENGINE, each).failures().forEach(failed::add);
      }
    }
    assertThat(recordings).isGreaterThan(5);
    assertThat(failed).isEmpty();
  }

  private static boolean isRefused(TriageRequest request) {
    try {
      BuiltInCases.ENGINE.triage(request, request.date());
      return false;
    } catch (InvalidRequestException e) {
      return true;
    }
  }

  private static CaseRecording record(TriageRequest request) {
    return CaseRecording.of(BuiltInCases.ENGINE, request, "VISIT.1", "A visit");
  }

  private static TriageRequest visit(
      String protocol, Map<String, Integer> age, Map<String, Finding> findings) {
    return new TriageRequest(
        null,
        protocol,
        TriageRequest.FACILITY,
        VISIT,
        null,
        TriageRequest.INITIAL,
        List.of(),
        new Patient(
            null,
            null,
            Sex.FEMALE,
            age.get("ageYears"),
            age.get("ageMonths"),
            age.get("ageDays"),
            false,
            null,
            null,
            null),
        Map.of(),
        findings,
        List.of(),
        null);
  }

  private static void passes(CaseRecording recorded, LocalDate... days) {
    for (LocalDate day : days) {
      for (ClinicalCase each : read(recorded, day)) {
        assertThat(CaseRunner.run(BuiltInCases.ENGINE, each).failures())
            .as("%s%n%s", day, recorded.yaml())
            .isEmpty();
      }
    }
  }

  private static List<ClinicalCase> read(CaseRecording recorded, LocalDate day) {
    String protocol = recorded.protocol();
    String path = protocol + "/cases/recorded.yaml";
    String description =
        BuiltInCases.FILES
            .read(protocol + "/protocol.yaml")
            .replaceFirst("cases:\n(  - .*\n)+", "cases: [recorded]\n");
    Map<String, String> over =
        Map.of(path, recorded.yaml(), protocol + "/protocol.yaml", description);
    RuleFiles files =
        wanted ->
            over.containsKey(wanted)
                ? Optional.of(over.get(wanted))
                : BuiltInCases.FILES.find(wanted);
    return CaseFiles.read(BuiltInCases.ENGINE, files, protocol, day);
  }
}
