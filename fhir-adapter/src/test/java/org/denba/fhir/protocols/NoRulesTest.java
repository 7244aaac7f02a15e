package org.denba.fhir.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.denba.fhir.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Rules that cannot be loaded leave a service that says so and evaluates nothing. */
@TestPropertySource(properties = "denba.rules=target/there-is-no-such-folder")
class NoRulesTest extends ServiceTest {

  @Test
  void nothingIsEvaluated() {
    List<HttpResponse<String>> responses =
        List.of(
            post("/triage", JSON, "{\"patient\": {\"ageMonths\": 18}}"),
            post("/triage/batch", NDJSON, "{}"),
            get("/protocols"),
            get("/protocols/imci-child"));
    for (HttpResponse<String> response : responses) {
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(json(response).path("type").asString()).endsWith("/no-rules");
    }
  }

  @Test
  void theServiceIsNotHealthyAndNotReady() {
    assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
  }
}
