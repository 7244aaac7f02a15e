package org.denba.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The shell client says what the answer says, and does not fall silent when there is none. */
class ClientScriptTest extends RunningService {

  /** What the script printed, and how it ended. */
  private record Ended(int code, String printed) {}

  @BeforeAll
  static void needs_a_shell_and_curl() {
    assumeTrue(starts("sh", "-c", "exit 0"), "skipped: there is no sh on this machine");
    assumeTrue(starts("curl", "--version"), "skipped: there is no curl on this machine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cases/01-chw-call.json",
        "cases/02-complete-child.json",
        "cases/03-danger-sign.json",
        "cases/04-mostly-unknown.json"
      })
  void prints_what_the_answer_says(String file) {
    JsonNode answer = answer(file);
    JsonNode next = answer.path("stillToAssess").path(0);
    Ended ended = client(port(), file);
    assertThat(ended.printed().lines().toList())
        .containsExactly(
            "urgency:  " + answer.path("urgency").asString(),
            "could be: " + answer.path("couldBe").asString(),
            "summary:  " + answer.path("summary").asString(),
            "next:     " + (next.isMissingNode() ? "-" : next.path("question").asString()));
    assertThat(ended.code()).isZero();
  }

  @Test
  void prints_why_a_request_was_refused() {
    String file = "cases/08-error-unknown-finding.json";
    Ended ended = client(port(), file);
    assertThat(ended.code()).isEqualTo(1);
    answer(file)
        .path("errors")
        .forEach(
            error ->
                assertThat(ended.printed())
                    .contains(
                        error.path("path").asString() + ": " + error.path("message").asString()));
  }

  @Test
  void says_so_when_the_service_is_down() throws IOException {
    int unused;
    try (ServerSocket socket = new ServerSocket(0)) {
      unused = socket.getLocalPort();
    }
    Ended ended = client(unused, "cases/01-chw-call.json");
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.printed()).contains("no answer from http://127.0.0.1:" + unused);
  }

  @Test
  void says_how_it_is_used() {
    assertThat(client(port()).code()).isEqualTo(2);
    Ended ended = client(port(), "cases/nothing.json");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.printed()).contains("cases/nothing.json");
  }

  /** The same call without the script. */
  private JsonNode answer(String file) {
    return Pretty.json(send(new Curl("application/json", file, "/triage").request(port())).body());
  }

  private static Ended client(int port, String... arguments) {
    List<String> command = new ArrayList<>(List.of("sh", "client.sh"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(ExampleFiles.path("").toFile());
    builder.environment().put("DENBA_URL", "http://127.0.0.1:" + port);
    builder.environment().put("LC_ALL", "C");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      return new Ended(process.exitValue(), printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean starts(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
