package org.denba.fhir.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.denba.fhir.ServiceTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who may replace the rules where no token is set, and what becomes of bad requests. */
class ManagementAccessTest extends ServiceTest {

  private static final String ASKED =
      "{\"author\": \"Awa\", \"reason\": \"a test\", \"dryRun\": true}";

  @Test
  void aPageOfAnotherSiteIsRefused() {
    assertThat(
            post("/protocols/activate", JSON, ASKED, "Origin", "http://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(post("/protocols/activate", JSON, ASKED, "Origin", "null").statusCode())
        .isEqualTo(403);
    assertThat(
            post("/protocols/activate", JSON, ASKED, "Origin", "http://127.0.0.1:1").statusCode())
        .isEqualTo(403);
    assertThat(
            post("/protocols/activate", JSON, ASKED, "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(get("/protocols/versions", "Origin", "http://evil.example").statusCode())
        .isEqualTo(403);
  }

  @Test
  void theOwnPageMay() {
    assertThat(get("/protocols/versions", "Origin", "http://127.0.0.1:" + port()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aCallerBehindAProxyIsRefused() {
    HttpResponse<String> refused = get("/protocols/versions", "X-Forwarded-For", "127.0.0.1");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(json(refused).path("detail").asString()).contains("denba.management-token");
  }

  /** A name that somebody else lets point to this machine (DNS rebinding). */
  @Test
  void anotherNameOfThisMachineIsRefused() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket
          .getOutputStream()
          .write(
              "GET /protocols/versions HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      assertThat(in.readLine()).contains(" 403");
    }
  }

  @Test
  void aFormCannotActivate() {
    assertThat(post("/protocols/activate", "text/plain", ASKED).statusCode()).isEqualTo(415);
    assertThat(post("/protocols/rollback", "application/x-www-form-urlencoded", "a=b").statusCode())
        .isEqualTo(415);
  }

  @Test
  void everyMistakeIsNamed() {
    HttpResponse<String> refused =
        post(
            "/protocols/activate",
            JSON,
            "{\"autor\": \"Awa\", \"reason\": \"" + "x".repeat(5_000) + "\", \"dryRun\": 1}");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(json(refused).path("errors"))
        .map(error -> error.path("path").asString() + " " + error.path("code").asString())
        .containsExactlyInAnyOrder(
            "autor unknown-field", "author missing", "reason too-long", "dryRun wrong-type");
  }

  @Test
  void anotherFolderIsNotActivated() {
    for (String folder : new String[] {"/etc", "../../rules", ".."}) {
      JsonNode refused =
          json(
              post(
                  "/protocols/activate",
                  JSON,
                  "{\"author\": \"a\", \"reason\": \"b\", \"folder\": \"" + folder + "\"}"));
      assertThat(refused.at("/errors/0/code").asString()).isEqualTo("another-folder");
    }
  }

  @Test
  void whatIsNoJsonIsRefused() {
    assertThat(post("/protocols/activate", JSON, "{\"author\": ").statusCode()).isEqualTo(400);
    assertThat(post("/protocols/activate", JSON, "[]").statusCode()).isEqualTo(422);
    assertThat(post("/protocols/activate", JSON, "7").statusCode()).isEqualTo(422);
    assertThat(post("/protocols/activate", JSON, " ".repeat(70_000)).statusCode()).isEqualTo(413);
    assertThat(post("/protocols/rollback", JSON, "{\"version\": [1]}").statusCode()).isEqualTo(422);
    assertThat(
            post(
                    "/protocols/activate",
                    JSON,
                    "{\"author\": \"a\\u0000b\", \"reason\": \"line\\nline\"}")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void whatThereIsNotIsNotFound() {
    String unknown = "{\"digest\": \"sha256:0\", \"author\": \"a\", \"reason\": \"b\"}";
    assertThat(post("/protocols/rollback", JSON, unknown).statusCode()).isEqualTo(404);
    assertThat(get("/protocols/activations/none").statusCode()).isEqualTo(404);
    assertThat(get("/protocols/activations/..%2f..%2fetc").statusCode()).isIn(400, 404);
  }

  /** Nothing that is submitted may be lost: without a folder an approval is not taken. */
  @Test
  void anApprovalThatCouldNotBeKeptIsRefused() {
    HttpResponse<String> refused =
        post(
            "/protocols/approvals",
            JSON,
            """
            {"protocol": "imci-child", "digest": "sha256:0", "name": "Dr Traoré", "role": "doctor"}
            """);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).path("detail").asString()).contains("denba.versions");
  }

  @Test
  void theBuiltInRulesCanBeTriedAndChangeNothing() {
    JsonNode tried =
        json(post("/protocols/activate", JSON, ASKED, "Prefer", "respond-async, wait=120"));
    assertThat(tried.path("outcome").asString()).as(tried.toString()).isEqualTo("ready");
    assertThat(tried.path("survivesRestart").asBoolean()).isFalse();
    assertThat(tried.path("steps"))
        .map(step -> step.path("name").asString())
        .contains("snapshot", "load", "canaries", "cases", "impact")
        .doesNotContain("swap");
    assertThat(json(get("/protocols/versions")).path("versions")).isEmpty();
  }
}
