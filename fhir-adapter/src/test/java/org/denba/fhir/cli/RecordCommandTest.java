package org.denba.fhir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.denba.engine.check.CheckOptions;
import org.denba.engine.check.CheckReport;
import org.denba.engine.check.RuleCheck;
import org.denba.engine.rules.FolderRuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A visit becomes a case that tells of nobody. */
class RecordCommandTest {

  /** What of the visits below must not stand in a case. */
  private static final String[] WHO = {
    "Keita",
    "Aminata",
    "aminata",
    "NINA",
    "4711",
    "76123456",
    "Kita",
    "well",
    "2026",
    "2025",
    "1993"
  };

  private static final String BUNDLE =
      """
      {"resourceType": "Bundle", "id": "b-4711", "type": "collection", "entry": [
        {"fullUrl": "urn:uuid:aminata", "resource": {"resourceType": "Patient", "id": "aminata-keita",
          "identifier": [{"system": "urn:nina", "value": "NINA-4711"}],
          "name": [{"family": "Keita", "given": ["Aminata"]}], "telecom": [{"value": "+223 76123456"}],
          "address": [{"text": "beside the well, Kita"}], "gender": "female", "birthDate": "2025-03-09",
          "contact": [{"name": {"text": "Mother Keita, born 1993"}}]}},
        {"resource": {"resourceType": "Observation", "id": "o-4711", "status": "final",
          "code": {"coding": [{"system": "http://loinc.org", "code": "9279-1"}], "text": "breaths of Aminata"},
          "subject": {"reference": "urn:uuid:aminata"}, "effectiveDateTime": "2026-09-17T09:30:00Z",
          "note": [{"text": "Aminata Keita cried"}],
          "valueQuantity": {"value": 52, "unit": "/min", "system": "http://unitsofmeasure.org", "code": "/min"}}},
        {"resource": {"resourceType": "Encounter", "id": "e-4711", "status": "finished",
          "class": {"code": "AMB"}, "subject": {"reference": "urn:uuid:aminata"},
          "period": {"start": "2026-09-17T09:00:00Z", "end": "2026-09-17T10:00:00Z"}}}
      ]}
      """;

  private static final String REQUEST =
      """
      {"id": "visit-4711", "date": "2026-09-17", "language": "fr", "protocol": "imci-child",
       "patient": {"id": "NINA-4711", "birthDate": "2025-03-09", "sex": "female"},
       "findings": {"cough": true, "respiratory-rate": 52, "deworming-last-date": "2026-03-21"}}
      """;

  @TempDir private Path temporary;

  private final Typed command = new Typed();

  @Test
  void theCaseOfARequestNamesNobodyAndPasses() throws IOException {
    String rules = temporary.resolve("rules").toString();
    Path recorded = temporary.resolve("rules/imci-child/cases/recorded.yaml");
    assertThat(command.run("export", rules)).isZero();

    assertThat(
            command.run(
                "record", file(REQUEST), "-o", recorded.toString(), "--id", "COU-3.recorded"))
        .isZero();

    assertThat(command.out()).isEqualTo("recorded in " + recorded + System.lineSeparator());
    assertThat(Files.readString(recorded))
        .doesNotContain(WHO)
        .contains("- id: COU-3.recorded", "bornDaysAgo: 557", "exactly-proved: [COU-3]");
    assertThat(passes(Path.of(rules)).mistakes()).isEmpty();

    // nothing is lost: a file that is there stays
    assertThat(command.run("record", file(REQUEST), "-o", recorded.toString()))
        .isEqualTo(Console.USAGE);
    assertThat(command.err()).contains("'" + recorded + "' is there already: name another file");
  }

  @Test
  void theCaseOfABundleNamesNobody() throws IOException {
    assertThat(command.run("record", file(BUNDLE), "--date", "2026-09-17")).isZero();

    assertThat(command.out() + command.err()).doesNotContain(WHO);
    assertThat(command.out())
        .contains("respiratory-rate: 52", "bornDaysAgo: 557", "sex: female", "- id: VISIT.");
  }

  @Test
  void whatCannotBeEvaluatedIsRefused() throws IOException {
    assertThat(command.run("record", file("{\"patient\": {\"ageMonths\": -1}}")))
        .isEqualTo(Console.REFUSED);
    assertThat(command.err()).contains("patient.ageMonths");
    assertThat(command.out()).isEmpty();
  }

  /** The cases of the protocol with the recorded one, years after the visit. */
  private static CheckReport passes(Path rules) throws IOException {
    Path protocol = rules.resolve("imci-child/protocol.yaml");
    Files.writeString(
        protocol, Files.readString(protocol).replaceFirst("(?m)^cases:$", "cases:\n  - recorded"));
    return RuleCheck.of(
        new FolderRuleFiles(rules),
        CheckOptions.all(LocalDate.of(2031, 3, 1))
            .onlyProtocols(Set.of("imci-child"))
            .onlyOverlays(Set.of()));
  }

  private String file(String content) throws IOException {
    return Files.writeString(Files.createTempFile(temporary, "visit", ".json"), content).toString();
  }
}
