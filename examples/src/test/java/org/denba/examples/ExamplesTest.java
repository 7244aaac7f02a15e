package org.denba.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every command of the README gets the answer that lies beside its request, to the last letter. */
class ExamplesTest extends RunningService {

  static List<Curl> commands() {
    return Curl.in(ExampleFiles.read("README.md")).stream()
        .filter(command -> command.file().startsWith("cases/"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void answers_as_shown(Curl command) {
    HttpResponse<String> response = send(command.request(port()));
    boolean refused = command.file().contains("-error-");
    assertThat(response.statusCode()).isEqualTo(refused ? 422 : 200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .isEqualToIgnoringCase(contentType(command, refused));

    String answer = Pretty.of(Masked.of(response.body(), ExampleFiles.read(command.file())));
    String file = ExampleFiles.answerTo(command.file());
    if (ExampleFiles.WRITE) {
      ExampleFiles.write(file, answer);
    }
    assertThat(answer)
        .as("%s; if the new answer is right: mvn … -Ddenba.examples.write=true", file)
        .isEqualTo(ExampleFiles.read(file));
  }

  @Test
  void the_parameter_of_the_request_changes_the_answer() {
    Curl command = command("cases/11-other-threshold.json");
    ObjectNode request = (ObjectNode) Pretty.json(ExampleFiles.read(command.file()));
    JsonNode with = Pretty.json(send(command.request(port(), request.toString())).body());
    request.remove("parameters");
    JsonNode without = Pretty.json(send(command.request(port(), request.toString())).body());
    assertThat(with.path("urgency").asString()).isEqualTo("refer-urgent");
    assertThat(without.path("urgency").asString()).isEqualTo("treat-here");
  }

  private static Curl command(String file) {
    return commands().stream().filter(c -> c.file().equals(file)).findFirst().orElseThrow();
  }

  private static String contentType(Curl command, boolean refused) {
    if (command.path().startsWith("/fhir/")) {
      return command.contentType() + ";charset=UTF-8";
    }
    return refused ? "application/problem+json" : command.contentType();
  }
}
