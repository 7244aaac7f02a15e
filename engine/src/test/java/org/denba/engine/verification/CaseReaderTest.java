package org.denba.engine.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clinician who writes a case is told of every mistake, with file, case and key. */
class CaseReaderTest {

  private static final String PLACE = WrittenCases.PLACE;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          findings: { respiratory-rat: 40 }   | findings: respiratory-rat: 'respiratory-rat' is no data element; perhaps 'respiratory-rate'
          findings: { respiratory-rate: yes } | findings: respiratory-rate: 'true' must be a number (with a point: 37.5)
          findings: { respiratory-rate: "40" }| findings: respiratory-rate: '40' must be a number (with a point: 37.5)
          findings: { cough: 1 }              | findings: cough: '1' must be yes or no
          findings: { skin-pinch: slowly }    | findings: skin-pinch: 'slowly' is no code of 'skin-pinch' [immediate, slow, very-slow]; perhaps 'slow'
          findings: { fever: yes }            | findings: fever: is worked out from other findings: write those instead
          findings: { spo2: { notDone: lost } } | findings: spo2: notDone: 'lost' is no reason
          findings: { spo2: { value: 97 } }   | findings: spo2: '{value=97}' must be a number (with a point: 37.5)
          findings: { deworming-last-date: soon } | findings: deworming-last-date: 'soon' must be a date such as 2026-05-01
          findings: { deworming-last-date: { weeksAgo: 2 } } | findings: deworming-last-date: must be a date, or {daysAgo: 180}
          findings: 3                         | findings: must hold 'key: value' entries
          parameters: { malaria.rsk: low }    | parameters: malaria.rsk: 'malaria.rsk' is no parameter of this protocol; perhaps 'malaria.risk'
          patient: { age: 12 }                | patient: age: 'age' is no key of a patient
          patient: { ageMonths: "12" }        | patient: ageMonths: '12' must be a whole number
          patient: { sex: boy }               | patient: sex: 'boy' is no sex
          from: well-chid                     | from: 'well-chid' is no starting point that stands above; perhaps 'well-child'
          finding: { cough: yes }             | finding: 'finding' is no key of a case; perhaps 'findings'
          canary: sometimes                   | canary: 'sometimes' must be yes or no
          date: tomorrow                      | date: 'tomorrow' must be a date such as 2026-05-01
          earlier: [COU-33]                   | earlier: 'COU-33' is no row of this protocol
          companion: { finding: { cough: yes } } | companion: finding: 'finding' is no key of a second patient; perhaps 'findings'
          companion: { patient: { age: 2 } }  | companion: patient: age: 'age' is no key of a patient
          """)
  void namesTheMistakeInTheEncounter(String line, String problem) {
    assertThatThrownBy(() -> read(WrittenCases.one(line, "{ proved: [GDS-0] }")))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining(PLACE + ": MINE.1: " + problem);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          { prooved: [GDS-0] }                | prooved: 'prooved' is no key of 'expect'; perhaps 'proved'
          { not-proved: [COU-9] }             | not-proved: 'COU-9' is no row of this protocol
          { urgency: urgent }                 | urgency: 'urgent' is no urgency
          { decided: perhaps }                | decided: 'perhaps' must be yes or no
          { asks: [spo] }                     | asks: 'spo' is no data element; perhaps 'spo2'
          { warnings-not: [out-off-range] }   | warnings-not: 'out-off-range' is no warning; perhaps 'out-of-range'
          { recommends-not: [TX-AMOXI] }      | recommends-not: 'TX-AMOXI' is no treatment or action
          { follow-up: { FU-COU-33: 3 } }     | follow-up: FU-COU-33: 'COU-33' is no row of this protocol
          { follow-up: { FU-COU-3: soon } }   | follow-up: FU-COU-3: 'soon' must be a whole number
          { dose: { TX-AMOX: { mg: 250 } } }  | dose: TX-AMOX: mg: 'mg' is no part of a dose
          { row-urgency: { COU-33: home-care } } | row-urgency: COU-33: 'COU-33' is no row of this protocol
          { row-urgency: { COU-3: urgent } }  | row-urgency: COU-3: 'urgent' is no urgency
          { missing: { COU-1: [spo] } }       | missing: COU-1: 'spo' is no data element; perhaps 'spo2'
          { because-not: { COU-1: [spo] } }   | because-not: COU-1: 'spo' is neither a data element nor a parameter; perhaps 'spo2'
          { kind: { TX-AMOX: tretment } }     | kind: TX-AMOX: 'tretment' is no kind of recommendation; perhaps 'treatment'
          { recommended-for: { TX-AMOX: [COU-33] } } | recommended-for: TX-AMOX: 'COU-33' is no row of this protocol
          { companion: { urgency: urgent } }  | companion: urgency: 'urgent' is no urgency
          { companion: { proved: [COU-33] } } | companion: proved: 'COU-33' is no row of a protocol
          """)
  void namesTheMistakeInTheExpectation(String expect, String problem) {
    assertThatThrownBy(() -> read(WrittenCases.one("visit: initial", expect)))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining(PLACE + ": MINE.1: expect: " + problem);
  }

  @Test
  void namesEveryMistakeAtOnce() {
    String text =
        """
        cases:
          - id: A
            title: first
            findings: { coughs: yes }
            expect: { proved: [COU-9], urgent: yes }
          - id: A
            title: second
            expect: { proved: [GDS-0] }
          - id: C
            expect: { proved: [GDS-0] }
          - title: no id
            expect: { proved: [GDS-0] }
          - id: E
            title: expects nothing
            expect: {}
        """;
    assertThatThrownBy(() -> read(text))
        .hasMessageContaining(
            PLACE + ": A: findings: coughs: 'coughs' is no data element; perhaps 'cough'")
        .hasMessageContaining(PLACE + ": A: the id stands already in " + PLACE)
        .hasMessageContaining(
            PLACE + ": C: needs a title, and under 'expect' what the answer must say")
        .hasMessageContaining(PLACE + ": case 4: has no id")
        .hasMessageContaining(PLACE + ": E: expect: is empty: say what the answer must be");
  }

  @Test
  void namesAFileThatIsNoYaml() {
    assertThatThrownBy(() -> read("cases: [\n")).hasMessageContaining(PLACE + ": is not YAML");
  }

  @Test
  void namesAFileThatIsMissing() {
    RuleFiles files = WrittenCases.missing();
    assertThatThrownBy(
            () -> CaseFiles.read(BuiltInCases.ENGINE, files, "imci-child", BuiltInCases.DAY))
        .hasMessageContaining(PLACE + ": the file is missing");
  }

  @Test
  void namesAKeyThatNoFileHas() {
    assertThatThrownBy(() -> read("case:\n  - id: A\n"))
        .hasMessageContaining(PLACE + ": case: 'case' is no key of a case file");
  }

  @Test
  void namesAStartingPointThatIsTaken() {
    assertThatThrownBy(
            () ->
                read(
                    "base:\n  cough: { findings: { cough: yes } }\n"
                        + WrittenCases.one("from: cough", "{ proved: [GDS-0] }")))
        .hasMessageContaining(
            PLACE + ": base: cough: there is a starting point of this name already");
  }

  @Test
  void namesAProtocolThatIsNotThere() {
    assertThatThrownBy(
            () -> CaseFiles.read(BuiltInCases.ENGINE, BuiltInCases.FILES, "imci", BuiltInCases.DAY))
        .hasMessageContaining("imci: is no protocol of these rules");
  }

  @Test
  void laysTheCaseOverItsStartingPoint() {
    String text =
        """
        base:
          mine: { from: cough, patient: { ageMonths: 11 }, findings: { respiratory-rate: 49, spo2: { notDone: refused } } }
        cases:
          - id: MINE.1
            title: one
            from: mine
            findings: { respiratory-rate: 50, wheeze: unknown, deworming-last-date: { daysAgo: 30 } }
            parameters: { malaria.risk: low, site.plan-c-available: yes, imci.spo2-refer-below: 92 }
            expect: { proved: [COU-3] }
        """;
    var request = read(text).get(0).request();
    assertThat(request.patient().ageMonths()).isEqualTo(11);
    assertThat(request.date()).isEqualTo(BuiltInCases.DAY);
    assertThat(request.protocol()).isEqualTo("imci-child");
    assertThat(request.parameters())
        .containsOnly(
            Map.entry("malaria.risk", "low"),
            Map.entry("site.plan-c-available", true),
            Map.entry("imci.spo2-refer-below", 92));
    assertThat(request.findings())
        .containsEntry("cough", new Finding.Answer(true))
        .containsEntry("respiratory-rate", Finding.Quantity.of(50))
        .containsEntry("spo2", new Finding.NotDone("refused"))
        .containsEntry("wheeze", new Finding.Unknown())
        .containsEntry("oedema-feet", new Finding.Code("none"))
        .containsEntry("hb", new Finding.NotDone(Finding.NotDone.UNSPECIFIED))
        .containsEntry("deworming-last-date", new Finding.Day(BuiltInCases.DAY.minusDays(30)));
  }

  @Test
  void saysWhatWasExpectedAndWhatWasGot() {
    List<ClinicalCase> cases =
        read(
            """
            cases:
              - id: COU-3.rr-39
                title: wrong on purpose
                from: cough
                findings: { respiratory-rate: 39 }
                expect: { proved: [COU-3], urgency: treat-here, recommends: [TX-AMOX], asks: [spo2] }
            """);
    assertThat(CaseRunner.run(BuiltInCases.ENGINE, cases.get(0)).failures())
        .hasSize(4)
        .contains(
            "COU-3.rr-39: expected proved COU-3, got proved [GDS-0, COU-4, NUT-4, ANA-3, HIV-3]",
            "COU-3.rr-39: expected urgency treat-here, got home-care",
            "COU-3.rr-39: expected asks spo2, got asks []")
        .anyMatch(
            line ->
                line.startsWith(
                    "COU-3.rr-39: expected recommends TX-AMOX, got recommends [TX-SOOTHE"));
  }

  @Test
  void saysThatARequestWasRefused() {
    List<ClinicalCase> cases =
        read(WrittenCases.one("parameters: { malaria.risk: sometimes }", "{ proved: [GDS-0] }"));
    assertThat(CaseRunner.run(BuiltInCases.ENGINE, cases.get(0)).failures())
        .singleElement()
        .asString()
        .startsWith("MINE.1: expected an answer, the request was refused: parameters.malaria.risk");
  }

  private static List<ClinicalCase> read(String cases) {
    RuleFiles files = WrittenCases.files(cases);
    return CaseFiles.read(BuiltInCases.ENGINE, files, "imci-child", BuiltInCases.DAY);
  }
}
