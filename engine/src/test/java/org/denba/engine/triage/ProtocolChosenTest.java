package org.denba.engine.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.denba.engine.TriageEngine;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.growth.Sex;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which protocol a patient falls under (contract §1, Protocol). */
class ProtocolChosenTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final TriageEngine ENGINE =
      TriageEngine.load(ClassPathRuleFiles.builtIn(), EngineOptions.defaults(() -> TODAY));

  @ParameterizedTest(name = "{0} days old, {1}: {2}")
  @CsvSource({
    "0, health-facility, imci-young-infant",
    "60, health-facility, imci-young-infant",
    "61, health-facility, imci-child",
    "1825, health-facility, imci-child",
    "1826, health-facility, out-of-scope",
    "0, community, postnatal-newborn",
    "28, community, postnatal-newborn",
    "29, community, iccm-community",
    "1825, community, iccm-community",
    "1826, community, out-of-scope"
  })
  void childrenByAgeAndSetting(int days, String setting, String protocol) {
    assertThat(answer(null, setting, born(days), Map.of()).protocol().id()).isEqualTo(protocol);
  }

  @Test
  void aPregnantGirlOfFifteenIsAntenatal() {
    TriageResult answer =
        answer(null, "health-facility", patient(null, 15, null, true, null, null), Map.of());
    assertThat(answer.protocol().id()).isEqualTo("antenatal");
  }

  @Test
  void aLastPeriodIsEnoughForAntenatal() {
    TriageResult answer =
        answer(
            null,
            "community",
            patient(null, null, null, null, TODAY.minusDays(200), null),
            Map.of());
    assertThat(answer.protocol().id()).isEqualTo("antenatal");
  }

  @ParameterizedTest(name = "delivered {0} days ago: {1}")
  @CsvSource({"0, postnatal-mother", "42, postnatal-mother", "43, out-of-scope"})
  void aWomanAfterBirth(int days, String protocol) {
    TriageResult answer =
        answer(
            null,
            "health-facility",
            patient(null, 25, null, null, null, TODAY.minusDays(days)),
            Map.of());
    assertThat(answer.protocol().id()).isEqualTo(protocol);
  }

  @Test
  void hoursAfterBirthAreADelivery() {
    TriageResult answer =
        answer(
            null,
            "community",
            Patient.unknown(),
            Map.of("hours-postpartum", new Finding.Quantity(Interval.point(5))));
    assertThat(answer.protocol().id()).isEqualTo("postnatal-mother");
  }

  @Test
  void aBirthAndANewPregnancyAreReadAsAfterBirth() {
    TriageResult answer =
        answer(
            null, "community", patient(null, 25, null, true, null, TODAY.minusDays(3)), Map.of());
    assertThat(answer.protocol().id()).isEqualTo("postnatal-mother");
  }

  @ParameterizedTest(name = "{0} asked for at {1} days, {2}: {3}")
  @CsvSource({
    "immunisation, 300, health-facility, immunisation",
    "immunisation, 1826, health-facility, out-of-scope",
    "postnatal-newborn, 10, health-facility, postnatal-newborn",
    "postnatal-newborn, 29, health-facility, imci-young-infant",
    "imci-child, 300, community, imci-child",
    "iccm-community, 300, health-facility, iccm-community",
    "imci-young-infant, 300, health-facility, imci-child",
    "antenatal, 300, health-facility, imci-child"
  })
  void aProtocolThatIsAskedForIsUsedWhereThePatientFits(
      String wanted, int days, String setting, String protocol) {
    TriageResult answer = answer(wanted, setting, born(days), Map.of());
    assertThat(answer.protocol().id()).isEqualTo(protocol);
    assertThat(answer.warnings().stream().anyMatch(w -> w.code().equals("protocol-changed")))
        .isEqualTo(!wanted.equals(protocol));
  }

  @Test
  void theAgeMayBeMissingWhereTheProtocolDecides() {
    for (String protocol : List.of("antenatal", "postnatal-mother", "imci-child", "immunisation")) {
      assertThat(answer(protocol, "health-facility", Patient.unknown(), Map.of()).protocol().id())
          .isEqualTo(protocol);
    }
  }

  @Test
  void elseAMissingAgeIsAnError() {
    assertThatThrownBy(() -> answer(null, "health-facility", Patient.unknown(), Map.of()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("the age is needed");
  }

  @Test
  void anAgeThatSpansTwoProtocolsKeepsTheMoreSevere() {
    Patient about = new Patient(null, null, Sex.MALE, null, 2, null, true, null, null, null);
    TriageResult answer =
        answer(
            null,
            "health-facility",
            about,
            Map.of(
                "feeding-ability", new Finding.Code("unable-to-feed"),
                "cough", new Finding.Answer(false)));
    assertThat(answer.protocol().id()).isEqualTo("imci-young-infant");
    assertThat(answer.urgency()).isEqualTo(Urgency.REFER_URGENT);
    assertThat(answer.complete()).isFalse();
    assertThat(answer.warnings()).extracting(Warning::code).contains("age-estimated-band");
    assertThat(answer.stillToAssess().get(0).dataElement()).isEqualTo("age-months");
  }

  @Test
  void aDangerSignThatTheProtocolDoesNotReadStillRefers() {
    TriageResult answer =
        answer(
            "immunisation",
            "health-facility",
            born(300),
            Map.of("vomits-everything", new Finding.Answer(true)));
    assertThat(answer.urgency()).isEqualTo(Urgency.REFER_URGENT);
    assertThat(answer.classifications()).extracting(c -> c.rule()).contains("GDS-1");
  }

  @Test
  void aMotherAndHerNewbornAreAnsweredEachAndReferredTogether() {
    TriageRequest request =
        new TriageRequest(
            null,
            null,
            "community",
            TODAY,
            "fr",
            TriageRequest.INITIAL,
            List.of(),
            patient(null, 25, null, null, null, TODAY.minusDays(2)),
            Map.of(),
            Map.of("bleeding-pp", new Finding.Code("normal")),
            List.of(),
            new TriageRequest.Companion(
                born(2), Map.of("body-stiff", new Finding.Answer(true)), List.of()));
    TriageResult answer = ENGINE.triage(request);
    assertThat(answer.protocol().id()).isEqualTo("postnatal-mother");
    assertThat(answer.companion().protocol().id()).isEqualTo("postnatal-newborn");
    assertThat(answer.companion().urgency()).isEqualTo(Urgency.REFER_URGENT);
    for (TriageResult each : List.of(answer, answer.companion())) {
      assertThat(each.recommendations())
          .filteredOn(r -> r.id().equals("AC-GO-TOGETHER"))
          .singleElement()
          .satisfies(together -> assertThat(together.because()).contains("NBD-2"));
    }
    assertThat(answer.referral()).isNull();
    assertThat(answer.summary()).startsWith("L'un des deux est référé : la mère et le bébé");
    assertThat(answer.companion().summary()).startsWith("Référer d'urgence");
  }

  private static Patient born(int daysAgo) {
    return patient(TODAY.minusDays(daysAgo), null, null, null, null, null);
  }

  private static Patient patient(
      LocalDate birth,
      Integer years,
      Integer months,
      Boolean pregnant,
      LocalDate lmp,
      LocalDate delivery) {
    return new Patient(
        null, birth, Sex.FEMALE, years, months, null, false, pregnant, lmp, delivery);
  }

  private static TriageResult answer(
      String protocol, String setting, Patient patient, Map<String, Finding> findings) {
    return ENGINE.triage(
        new TriageRequest(
            null,
            protocol,
            setting,
            TODAY,
            "en",
            TriageRequest.INITIAL,
            List.of(),
            patient,
            Map.of(),
            findings,
            List.of(),
            null));
  }
}
