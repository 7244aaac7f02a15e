package org.denba.fhir.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.denba.fhir.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever a client sends, it gets a problem document that says what to do, and never a 500. */
class BadRequestsTest extends ServiceTest {

  private static final String PATIENT = "\"patient\": {\"ageMonths\": 18}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{\"patient\": {",
        "not json",
        "<xml/>",
        "{\"findings\": {\"spo2\": NaN}}",
        "{\"findings\": {\"spo2\": -Infinity}}",
        "{\"findings\": {\"cough\": true, \"cough\": false}}",
        "{} {}"
      })
  void aBodyThatIsNoJsonIsA400(String body) {
    problem(post("/triage", JSON, body), 400);
  }

  @Test
  void truncatedJsonIsToldWithLineAndColumn() {
    JsonNode problem = problem(post("/triage", JSON, "{\n \"findings\": {\"cough\": tru"), 400);
    assertThat(problem.path("detail").asString()).contains("line 2").contains("column");
  }

  @Test
  void deepNestingIsA400() {
    problem(post("/triage", JSON, "[".repeat(200_000)), 400);
    problem(post("/triage", JSON, "{\"findings\":".repeat(20_000)), 400);
  }

  @Test
  void aBodyOfTenMegabytesIsA413() {
    problem(post("/triage", JSON, " ".repeat(10 << 20)), 413);
    problem(postChunked("{\"id\": \"" + "x".repeat(10 << 20) + "\"}"), 413);
  }

  @Test
  void atMostTwoThousandFindings() {
    String body =
        IntStream.rangeClosed(0, 2_000)
            .mapToObj(i -> "\"f" + i + "\": true")
            .collect(Collectors.joining(",", "{" + PATIENT + ", \"findings\": {", "}}"));
    JsonNode problem = problem(post("/triage", JSON, body), 422);
    assertThat(problem.at("/errors/0/code").asString()).isEqualTo("too-many-findings");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"findngs\": {}; findngs; unknown-field",
        "\"findings\": {\"strider-calm\": true}; findings.strider-calm; unknown-finding",
        "\"findings\": {\"cough\": 1}; findings.cough; wrong-type",
        "\"findings\": {\"weight\": \"7.5\"}; findings.weight; wrong-type",
        "\"findings\": {\"weight\": 1e999999999}; findings.weight; not-a-number",
        "\"findings\": {\"weight\": {\"value\": 7, \"unit\": \"cm\"}}; findings.weight;"
            + " unit-not-convertible",
        "\"findings\": {\"weight\": {\"value\": 7, \"unit\": \"10*100000000\"}}; findings.weight;"
            + " unit-not-convertible",
        "\"findings\": {\"weight\": {\"value\": 7}}; findings.weight; unit-missing",
        "\"findings\": {\"oedema-feet\": \"big\"}; findings.oedema-feet; unknown-code",
        "\"findings\": {\"fever\": true}; findings.fever; derived-finding",
        "\"findings\": {\"../../etc/passwd\": true}; findings.../../etc/passwd; unknown-finding",
        "\"setting\": \"hospital\"; setting; unknown-code",
        "\"date\": \"yesterday\"; date; invalid-date",
        "\"language\": \"fr\\r\\nSet-Cookie: a=b\"; language; invalid-language",
        "\"companion\": {\"patient\": {\"ageDays\": -3}}; companion.patient.ageDays; out-of-range"
      })
  void whatCannotBeEvaluatedIsA422WithItsPath(String part, String path, String code) {
    JsonNode problem = problem(post("/triage", JSON, "{" + PATIENT + ", " + part + "}"), 422);
    assertThat(problem.at("/errors/0/path").asString()).isEqualTo(path);
    assertThat(problem.at("/errors/0/code").asString()).isEqualTo(code);
    assertThat(problem.at("/errors/0/message").asString()).isNotBlank();
  }

  @Test
  void aNegativeAgeIsA422() {
    JsonNode problem = problem(post("/triage", JSON, "{\"patient\": {\"ageMonths\": -1}}"), 422);
    assertThat(problem.at("/errors/0/path").asString()).isEqualTo("patient.ageMonths");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/fhir+json", "json"})
  void anotherMediaTypeIsA415(String type) {
    JsonNode problem = problem(post("/triage", type, "{}"), 415);
    assertThat(problem.path("detail").asString()).contains("application/json");
  }

  @Test
  void noMediaTypeAndAnotherEncodingAreA415() {
    problem(post("/triage", null, "{}"), 415);
    problem(post("/triage", "application/json; charset=ISO-8859-1", "{}"), 415);
    problem(post("/triage/batch", JSON, "{}"), 415);
  }

  @Test
  void otherAddressesMethodsAndAcceptedTypes() {
    problem(get("/nothing-here"), 404);
    problem(get("/protocols/../../etc/passwd"), 400);
    problem(get("/protocols/imci-chld"), 404);
    problem(get("/protocols?language=tlh"), 422);
    HttpResponse<String> wrongMethod = get("/triage");
    problem(wrongMethod, 405);
    assertThat(wrongMethod.headers().firstValue("Allow")).contains("POST");
    problem(post("/triage", JSON, "{" + PATIENT + "}", "Accept", "text/html"), 406);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\u0000",
        "\\u202e",
        "\\ud800",
        "'; DROP TABLE x; --",
        "${jndi:ldap://x}",
        "<script>",
        "\\r\\nX: y",
        "../../../../etc/passwd",
        "%00",
        "𝕳𝖊𝖑𝖑𝖔",
        "\\\\",
        "\\\""
      })
  void hostileTextsAnywhereAreNeverAFault(String text) {
    for (String body :
        new String[] {
          "{\"id\": \"%s\", " + PATIENT + "}",
          "{\"protocol\": \"%s\", " + PATIENT + "}",
          "{\"language\": \"%s\", " + PATIENT + "}",
          "{\"patient\": {\"ageMonths\": 18, \"id\": \"%s\"}}",
          "{" + PATIENT + ", \"parameters\": {\"%s\": \"%s\"}}",
          "{" + PATIENT + ", \"findings\": {\"%s\": \"%s\"}}",
          "{" + PATIENT + ", \"findings\": {\"oedema-feet\": \"%s\"}}",
          "{" + PATIENT + ", \"findings\": {\"weight\": {\"value\": 1, \"unit\": \"%s\"}}}",
          "{" + PATIENT + ", \"findings\": {\"hb\": {\"notDone\": \"%s\"}}}",
          "{" + PATIENT + ", \"earlier\": [{\"rule\": \"%s\", \"date\": \"%s\"}]}"
        }) {
      HttpResponse<String> response = post("/triage", JSON, body.replace("%s", text));
      assertThat(response.statusCode()).as(body).isIn(200, 400, 422);
      assertThat(response.body()).as(body).doesNotContain("\tat ", "Exception");
      assertThat(response.headers().map()).doesNotContainKeys("X", "x");
    }
  }

  @Test
  void aTextOfAMegabyteIsRefused() {
    problem(post("/triage", JSON, "{\"id\": \"" + "x".repeat(1_000_000) + "\"}"), 400);
  }

  @Test
  void headersNeverBecomeAFault() {
    for (String language :
        new String[] {"x".repeat(5_000), ";;;q=2", "*", "fr;q=0, en", "%0d%0a"}) {
      assertThat(
              post("/triage", JSON, "{" + PATIENT + "}", "Accept-Language", language).statusCode())
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /protocols/%2e%2e%2f HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /{} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "NONSENSE\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "POST /triage HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: abc\r\n\r\n{}",
        "POST /triage HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        "TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
      })
  void requestsThatAreNoHttpGetAProblemToo(String request) throws IOException {
    String response = raw(request);
    assertThat(response).startsWith("HTTP/1.1 4").doesNotContain("<html", "Tomcat", "Exception");
    assertThat(response.toLowerCase()).contains("application/problem+json");
  }

  @Test
  void anOverlongHeaderIsRefused() throws IOException {
    String response =
        raw("GET /protocols HTTP/1.1\r\nHost: x\r\nX-Long: " + "y".repeat(40_000) + "\r\n\r\n");
    assertThat(response).startsWith("HTTP/1.1 4").doesNotContain("<html", "Tomcat");
  }

  private HttpResponse<String> postChunked(String body) {
    return send(
        HttpRequest.newBuilder(uri("/triage"))
            .header("Content-Type", JSON)
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
            .build());
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[20_000];
      int read = in.read(buffer);
      return new String(buffer, 0, Math.max(read, 0), StandardCharsets.UTF_8);
    }
  }

  private static JsonNode problem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = json(response);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("type").asString()).startsWith("http://denba.org/problems/");
    assertThat(problem.path("title").asString()).isNotBlank();
    assertThat(problem.path("detail").asString()).isNotBlank();
    assertThat(problem.path("errors").isArray()).isTrue();
    assertThat(response.body()).doesNotContain("\\tat ", "Exception", "java.");
    return problem;
  }
}
