package org.denba.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denba.fhir.cli.CommandLineDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line of the same jar answers the same file with the same JSON. */
class CommandLineTest extends RunningService {

  private static final Pattern BINARY =
      Pattern.compile("(?:\"data\":\"|<data value=\")([A-Za-z0-9+/=]+)\"");
  private static final String LOGGING = "logback.configurationFile";

  /** What a command printed, and how it ended. */
  private record Ended(int code, String out, String err) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cases/03-danger-sign.json",
        "cases/05-units.fhir.json",
        "cases/06-bundle.fhir.xml",
        "cases/07-parameters.fhir.json"
      })
  void gives_the_same_answer(String file) {
    Curl command = command(file);
    List<String> answers =
        Today.inBamako(
            () ->
                List.of(
                    json(send(command.request(port())).body()),
                    run("triage", "--json", ExampleFiles.path(file).toString()).out().strip()));
    assertThat(answers.get(1)).isEqualTo(answers.get(0));
  }

  @Test
  void refuses_the_same_with_the_same_words() {
    Ended ended =
        run("triage", ExampleFiles.path("cases/08-error-unknown-finding.json").toString());
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    Pretty.json(send(command("cases/08-error-unknown-finding.json").request(port())).body())
        .path("errors")
        .forEach(
            error ->
                assertThat(ended.err())
                    .contains(error.path("path").asString(), error.path("message").asString()));
  }

  private static Curl command(String file) {
    return Curl.in(ExampleFiles.read("README.md")).stream()
        .filter(c -> c.file().equals(file))
        .findFirst()
        .orElseThrow();
  }

  /** The answer itself; in a FHIR answer it is the Binary. */
  private static String json(String body) {
    Matcher binary = BINARY.matcher(body);
    return binary.find()
        ? new String(Base64.getDecoder().decode(binary.group(1)), StandardCharsets.UTF_8)
        : body;
  }

  private static Ended run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int code = CommandLineDoor.run(arguments);
      return new Ended(
          code,
          printed.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
      System.clearProperty(LOGGING);
    }
  }
}
