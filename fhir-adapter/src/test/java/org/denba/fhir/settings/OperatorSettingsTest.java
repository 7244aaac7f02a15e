package org.denba.fhir.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.denba.fhir.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@TestPropertySource(
    properties = {
      "denba.parameters.[malaria.risk]=low",
      "denba.parameters.[imci.spo2-refer-below]=92",
      "denba.locked=malaria.risk",
      "denba.limits.batches=1",
      "denba.limits.body=2KB",
      "denba.limits.findings=2"
    })
class OperatorSettingsTest extends ServiceTest {

  private static final String PATIENT = "\"patient\": {\"ageMonths\": 18}";

  @Test
  void parametersOfTheSiteAreActive() {
    JsonNode parameters = json(get("/protocols/imci-child")).path("parameters");
    assertThat(parameters)
        .anySatisfy(
            p -> {
              assertThat(p.path("id").asString()).isEqualTo("malaria.risk");
              assertThat(p.path("active").asString()).isEqualTo("low");
            })
        .anySatisfy(
            p -> {
              assertThat(p.path("id").asString()).isEqualTo("imci.spo2-refer-below");
              assertThat(p.path("active").asInt()).isEqualTo(92);
            });
  }

  @Test
  void aLockedParameterCannotBeChanged() {
    HttpResponse<String> response =
        post("/triage", JSON, "{" + PATIENT + ", \"parameters\": {\"malaria.risk\": \"high\"}}");
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(json(response).at("/errors/0/code").asString()).isEqualTo("parameter-locked");
  }

  @Test
  void limitsAreTheOperators() {
    assertThat(post("/triage", JSON, " ".repeat(3_000)).statusCode()).isEqualTo(413);
    String three = "\"findings\": {\"cough\": true, \"weight\": 9, \"spo2\": 97}";
    assertThat(post("/triage", JSON, "{" + PATIENT + ", " + three + "}").statusCode())
        .isEqualTo(422);
  }

  @Test
  void moreBatchesThanAllowedAreToldToWait() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /triage/batch HTTP/1.1\r\nHost: x\r\nContent-Type: "
                  + NDJSON
                  + "\r\nContent-Length: 100000\r\n\r\n{\"line\": 1}\n")
              .getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isPositive();

      HttpResponse<String> second = post("/triage/batch", NDJSON, "{}");
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(json(second).path("type").asString()).endsWith("/busy");
      assertThat(post("/triage", JSON, "{" + PATIENT + "}").statusCode()).isEqualTo(200);
    }
  }
}
