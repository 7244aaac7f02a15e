package org.denba.fhir.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.growth.Sex;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.TriageRequest;
import org.denba.fhir.finding.FindingReader;
import org.denba.fhir.finding.UcumUnits;
import org.denba.fhir.json.StrictJson;
import org.denba.fhir.problem.UnreadableBodyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriageRequestReaderTest {

  private final StrictJson json = new StrictJson();
  private final TriageRequestReader reader =
      new TriageRequestReader(
          new FindingReader(DataDictionary.load(ClassPathRuleFiles.builtIn()), new UcumUnits()),
          ZoneId.of("Africa/Bamako"),
          2_000);

  @Test
  void readsEverythingThatAClientCanSay() {
    TriageRequest request =
        read(
            """
            {"id": "3b0e", "protocol": "imci-child", "setting": "community", "date": "2026-11-22",
             "language": "fr-ML", "visit": "follow-up",
             "earlier": [{"rule": "COU-3", "date": "2026-11-19"}, {"rule": "FEV-2"}],
             "patient": {"id": "p1", "birthDate": "2025-05-01", "sex": "female", "ageYears": null,
                         "ageMonths": 18, "ageDays": null, "ageEstimated": true,
                         "pregnant": false, "lmp": null, "deliveryDate": null},
             "parameters": {"malaria.risk": "high", "imci.spo2-refer-below": 92,
                            "x": 37.5, "y": true},
             "findings": {"cough": true, "respiratory-rate": 44, "spo2": null,
                          "muac": {"value": 14.0, "unit": "cm"}, "hb": {"notDone": "no-device"},
                          "lethargic": "unknown", "stridor-calm": "no", "weight": "not-done"},
             "companion": {"patient": {"pregnant": "yes"}, "findings": {"cough": true}}}
            """);

    assertThat(request.id()).isEqualTo("3b0e");
    assertThat(request.setting()).isEqualTo("community");
    assertThat(request.date()).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(request.language()).isEqualTo("fr");
    assertThat(request.visit()).isEqualTo("follow-up");
    assertThat(request.earlier())
        .containsExactly(
            new TriageRequest.EarlierRow("COU-3", LocalDate.of(2026, 11, 19)),
            new TriageRequest.EarlierRow("FEV-2", null));
    assertThat(request.patient().sex()).isEqualTo(Sex.FEMALE);
    assertThat(request.patient().ageMonths()).isEqualTo(18);
    assertThat(request.patient().ageEstimated()).isTrue();
    assertThat(request.patient().pregnant()).isFalse();
    assertThat(request.parameters())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("malaria.risk", "high", "imci.spo2-refer-below", 92, "x", 37.5, "y", true));
    assertThat(request.findings())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "cough", new Finding.Answer(true),
                "respiratory-rate", Finding.Quantity.of(44),
                "spo2", new Finding.Unknown(),
                "muac", Finding.Quantity.of(140),
                "hb", new Finding.NotDone("no-device"),
                "lethargic", new Finding.Unknown(),
                "stridor-calm", new Finding.Answer(false),
                "weight", new Finding.NotDone("unspecified")));
    assertThat(request.companion().patient().pregnant()).isTrue();
    assertThat(request.companion().findings()).containsEntry("cough", new Finding.Answer(true));
  }

  @Test
  void takesWhatIsLeftOutAsNotTold() {
    TriageRequest request = read("{}");
    assertThat(request.setting()).isEqualTo("health-facility");
    assertThat(request.visit()).isEqualTo("initial");
    assertThat(request.date()).isNull();
    assertThat(request.language()).isEqualTo("en");
    assertThat(request.patient().hasAge()).isFalse();
    assertThat(request.findings()).isEmpty();
    assertThat(request.companion()).isNull();
  }

  @Test
  void makesAMomentTheDayThatItIsInTheServicesZone() {
    assertThat(read("{\"date\": \"2026-11-22T23:30:00-05:00\"}").date())
        .isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(read("{\"date\": \"2026-11-22T23:30\"}").date())
        .isEqualTo(LocalDate.of(2026, 11, 22));
  }

  @ParameterizedTest
  @CsvSource({"other", "unknown"})
  void takesASexThatTheGrowthStandardsLackAsNotTold(String sex) {
    assertThat(read("{\"patient\": {\"sex\": \"" + sex + "\"}}").patient().sex()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"findngs\": {}}; findngs; unknown-field; did you mean 'findings'",
        "{\"patient\": {\"birthdate\": \"2025-05-01\"}}; patient.birthdate; unknown-field;"
            + " birthDate",
        "{\"patient\": {\"birthDate\": \"2025-05\"}}; patient.birthDate; invalid-date; ageMonths",
        "{\"patient\": {\"birthDate\": 20250501}}; patient.birthDate; wrong-type; send a text",
        "{\"patient\": {\"ageMonths\": -1}}; patient.ageMonths; out-of-range; 0 to 1800",
        "{\"patient\": {\"ageMonths\": 1e999999999}}; patient.ageMonths; out-of-range; 0 to 1800",
        "{\"patient\": {\"ageYears\": 1.5}}; patient.ageYears; wrong-type; whole number",
        "{\"patient\": {\"ageDays\": \"12\"}}; patient.ageDays; wrong-type; without quotes",
        "{\"patient\": {\"sex\": \"F\"}}; patient.sex; unknown-code; male, female",
        "{\"patient\": {\"pregnant\": 1}}; patient.pregnant; wrong-type; true, false",
        "{\"patient\": [1]}; patient; wrong-type; send an object",
        "{\"setting\": \"hospital\"}; setting; unknown-code; health-facility",
        "{\"visit\": \"second\"}; visit; unknown-code; follow-up",
        "{\"date\": \"22.11.2026\"}; date; invalid-date; year-month-day",
        "{\"language\": \"../../x\"}; language; invalid-language; fr",
        "{\"earlier\": {}}; earlier; wrong-type; list",
        "{\"earlier\": [{\"date\": \"2026-01-01\"}]}; earlier[0]; rule-missing; COU-3",
        "{\"earlier\": [{\"rule\": \"A\", \"date\": \"x\"}]}; earlier[0].date; invalid-date; day",
        "{\"parameters\": {\"a.b\": [1]}}; parameters.a.b; wrong-type; a text, a number",
        "{\"findings\": [true]}; findings; wrong-type; send an object",
        "{\"findings\": {\"temprature\": 38}}; findings.temprature; unknown-finding; did you mean",
        "{\"findings\": {\"cough\": {}}}; findings.cough; wrong-type; notDone",
        "{\"findings\": {\"cough\": {\"notDone\": 3}}}; findings.cough.notDone; wrong-type; text",
        "{\"findings\": {\"hb\": {\"notDone\": \"lazy\"}}}; findings.hb; unknown-reason; no-device",
        "{\"findings\": {\"muac\": {\"value\": \"14\", \"unit\": \"cm\"}}}; findings.muac.value;"
            + " wrong-type; number",
        "{\"findings\": {\"muac\": {\"value\": 14, \"units\": \"cm\"}}}; findings.muac.units;"
            + " unknown-field; unit",
        "{\"findings\": {\"vaccine-doses\": [1]}}; findings.vaccine-doses[0]; wrong-type; object",
        "{\"findings\": {\"fast-breathing\": true}}; findings.fast-breathing; derived-finding;"
            + " leave it out",
        "{\"companion\": {\"findings\": {\"x\": 1}}}; companion.findings.x; unknown-finding;"
            + " dictionary",
        "{\"companion\": {\"patient\": {\"age\": 1}}}; companion.patient.age; unknown-field; age",
        "[]; $; wrong-type; send an object",
        "null; $; wrong-type; send an object",
        "\"x\"; $; wrong-type; send an object"
      })
  void saysWhatIsWrongAndWhere(String body, String path, String code, String hint) {
    assertThat(refused(body).errors())
        .anySatisfy(
            error -> {
              assertThat(error.path()).isEqualTo(path);
              assertThat(error.code()).isEqualTo(code);
              assertThat(error.message()).contains(hint);
            });
  }

  @Test
  void tellsEverythingThatIsWrongAtOnce() {
    assertThat(
            refused("{\"x\": 1, \"patient\": {\"sex\": 1}, \"findings\": {\"y\": 1, \"cough\": 7}}")
                .errors())
        .extracting("path")
        .containsExactly("x", "patient.sex", "findings.y", "findings.cough");
  }

  @Test
  void boundsIdsFindingsAndErrors() {
    assertThat(refused("{\"id\": \"" + "a".repeat(129) + "\"}").errors().get(0).code())
        .isEqualTo("too-long");
    assertThat(read("{\"id\": \"" + "a".repeat(128) + "\"}").id()).hasSize(128);
    assertThat(refused("{\"id\": \"a\\u0000b\"}").errors().get(0).code())
        .isEqualTo("control-character");
    assertThat(refused(findings(2_001)).errors())
        .singleElement()
        .extracting("code")
        .isEqualTo("too-many-findings");
    assertThat(refused(findings(2_000)).errors()).hasSizeLessThanOrEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "{\"findings\": {\"cough\": true}",
        "{\"a\": NaN}",
        "{\"a\": Infinity}",
        "{\"a\": 1} {\"b\": 2}",
        "{\"findings\": {\"cough\": true, \"cough\": false}}",
        "{'a': 1}",
        "{\"a\": 01}",
        "{\"a\": tru}",
        "// comment\n{}",
        "{\"a\": \"\u0000\"}",
        "{\"a\": 1,}"
      })
  void refusesWhatIsNotStrictJson(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableBodyException.class);
  }

  @Test
  void saysWhereJsonBreaksOff() {
    assertThatThrownBy(() -> read("{\n  \"findings\": {\"cough\": tr"))
        .hasMessageStartingWith("line 2, column ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{} {}",
        "{\"a\": NaN}",
        "{\"a\": {\"b\": 1}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "// comment",
        "{\"a\": 1, \"a\": 2}"
      })
  void speaksToClientsAndNotToProgrammers(String body) {
    assertThatThrownBy(() -> read(body))
        .message()
        .doesNotContain("Feature", "jackson", "StreamRead", "`", "REDACTED");
  }

  @Test
  void boundsNestingNumbersAndTexts() {
    assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(UnreadableBodyException.class);
    assertThatThrownBy(() -> read("{\"a\": " + "9".repeat(1_001) + "}"))
        .isInstanceOf(UnreadableBodyException.class);
    assertThatThrownBy(() -> read("{\"a\": \"" + "x".repeat(1_000_000) + "\"}"))
        .isInstanceOf(UnreadableBodyException.class);
    assertThatThrownBy(() -> read("{\"" + "x".repeat(100_000) + "\": 1}"))
        .isInstanceOf(UnreadableBodyException.class);
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] latin1 = "{\"id\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> json.parse(latin1)).isInstanceOf(UnreadableBodyException.class);
  }

  private static String findings(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"finding-" + i + "\": true")
        .collect(Collectors.joining(", ", "{\"findings\": {", "}}"));
  }

  private InvalidRequestException refused(String body) {
    return catchThrowableOfType(InvalidRequestException.class, () -> read(body));
  }

  private TriageRequest read(String body) {
    return reader.read(json.parse(body.getBytes(StandardCharsets.UTF_8)), "en");
  }
}
