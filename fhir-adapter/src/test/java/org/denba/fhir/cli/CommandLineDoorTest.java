package org.denba.fhir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineDoorTest {

  private static final String REQUEST =
      """
      {"date": "2026-11-22", "patient": {"ageMonths": 18},
       "findings": {"cough": true, "respiratory-rate": 44}}
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void answersAFileAsTextWithoutColoursWhereNobodyLooks() throws IOException {
    assertThat(run("triage", file(REQUEST))).isZero();
    assertThat(out.toString()).contains("Still to assess", "imci-child").doesNotContain("\u001b");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void usesColoursOnATerminalAlwaysBesideTheWord() throws IOException {
    String file = file(REQUEST.replace("\"cough\": true", "\"convulsing-now\": true"));
    assertThat(run(console("", true, Map.of()), "triage", file)).isZero();
    assertThat(out.toString()).contains("\u001b[1;97;45m PINK ").contains("REFER URGENTLY");
  }

  @Test
  void leavesColoursOutWhenAskedTo() throws IOException {
    run(console("", true, Map.of()), "triage", "--no-color", file(REQUEST));
    run(console("", true, Map.of("NO_COLOR", "1")), "triage", file(REQUEST));
    assertThat(out.toString()).doesNotContain("\u001b");
  }

  @Test
  void laysACountryOverTheRules() throws IOException {
    String file = file(REQUEST.replace("\"cough\": true", "\"oedema-feet\": \"plus3\""));
    assertThat(run("triage", "--overlay", "mali", "--district", "gao", file)).isZero();
    assertThat(out.toString()).contains("imci-child 1.0.0 + mali 1.0.0", "URENI");
  }

  @Test
  void saysWhichCountriesThereAre() throws IOException {
    assertThat(run("triage", "--overlay", "maly", file(REQUEST))).isEqualTo(3);
    assertThat(err.toString()).contains("no such overlay, perhaps 'mali'; there are: mali");
  }

  @Test
  void printsTheSameJsonAsTheService() throws IOException {
    assertThat(run("triage", "--json", "--language", "fr-ML", file(REQUEST))).isZero();
    JsonNode answer = JsonMapper.builder().build().readTree(out.toString());
    assertThat(answer.path("language").asString()).isEqualTo("fr");
    assertThat(answer.path("date").asString()).isEqualTo("2026-11-22");
    assertThat(answer.path("urgency").asString()).isNotEmpty();
  }

  @Test
  void readsStandardInput() {
    assertThat(run(console(REQUEST, false, Map.of()), "triage", "--json", "-")).isZero();
    assertThat(out.toString()).startsWith("{");
  }

  @Test
  void optionsGoBeforeWhatTheFileSays() throws IOException {
    assertThat(
            run(
                "triage",
                "--json",
                "--date",
                "2026-11-20",
                "--parameter",
                "malaria.risk=low",
                file(REQUEST)))
        .isZero();
    JsonNode answer = JsonMapper.builder().build().readTree(out.toString());
    assertThat(answer.path("date").asString()).isEqualTo("2026-11-20");
    assertThat(answer.at("/parameters/0/value").asString()).isEqualTo("low");
  }

  @Test
  void speaksFrench() throws IOException {
    assertThat(run("triage", "--language", "fr", file(REQUEST))).isZero();
    assertThat(out.toString()).contains("Reste à évaluer");
  }

  @Test
  void refusesWithPathsAndExitCodeOne() throws IOException {
    assertThat(run("triage", file("{\"findings\": {\"temprature\": 38}}"))).isEqualTo(1);
    assertThat(err.toString()).contains("findings.temprature: ").contains("unknown-finding");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void refusesWhatIsNoJson() throws IOException {
    assertThat(run("triage", file("{\"findings\": "))).isEqualTo(1);
    assertThat(err.toString()).contains("line 1, column");
    assertThat(run("triage", file(""))).isEqualTo(1);
  }

  @Test
  void neverLetsAFileSteerTheTerminal() throws IOException {
    assertThat(run("triage", file("{\"\\u001b[2J\\u202e\": 1}"))).isEqualTo(1);
    assertThat(err.toString()).doesNotContain("\u001b", "\u202e");
  }

  @Test
  void isUsedWronglyWithExitCodeTwo() throws IOException {
    assertThat(run("triage")).isEqualTo(2);
    assertThat(run("triage", folder.resolve("nothing.json").toString())).isEqualTo(2);
    assertThat(run("triage", "--date", "tomorrow", file(REQUEST))).isEqualTo(2);
    assertThat(run("triage", "--language", "?", file(REQUEST))).isEqualTo(2);
    assertThat(run("traige", file(REQUEST))).isEqualTo(2);
    assertThat(err.toString()).contains("cannot read").doesNotContain("\tat ");
  }

  @Test
  void saysWhenRulesCannotBeLoaded() throws IOException {
    assertThat(run("triage", "--rules", folder.toString(), file(REQUEST))).isEqualTo(3);
    assertThat(err.toString()).contains("the rules cannot be loaded").contains("rules.yaml");
  }

  @Test
  void helpsAndTellsItsVersion() {
    assertThat(run("--help")).isZero();
    assertThat(run("triage", "--help")).isZero();
    assertThat(run("serve", "--help")).isZero();
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).contains("Exit codes", "NAME=VALUE", "127.0.0.1", "denba ");
  }

  @Test
  void knowsWhichArgumentsStartTheService() {
    assertThat(CommandLineDoor.isForService()).isTrue();
    assertThat(CommandLineDoor.isForService("serve")).isTrue();
    assertThat(CommandLineDoor.isForService("serve", "--server.port=1")).isTrue();
    assertThat(CommandLineDoor.isForService("--server.port=1")).isTrue();
    assertThat(CommandLineDoor.isForService("serve", "--help")).isFalse();
    assertThat(CommandLineDoor.isForService("--help")).isFalse();
    assertThat(CommandLineDoor.isForService("triage", "x")).isFalse();
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("request"), content).toString();
  }

  private int run(String... arguments) {
    return run(console("", false, Map.of()), arguments);
  }

  private static int run(Console console, String... arguments) {
    return CommandLineDoor.run(console, arguments);
  }

  private Console console(String in, boolean terminal, Map<String, String> environment) {
    return new Console(
        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
        new PrintWriter(out),
        new PrintWriter(err),
        terminal,
        environment);
  }
}
