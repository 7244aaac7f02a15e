package org.denba.fhir.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.TreeSet;
import org.denba.engine.triage.TriageResult;
import org.denba.fhir.ServiceTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest extends ServiceTest {

  @Test
  void describesEveryAddress() {
    JsonNode document = json(get("/v3/api-docs"));
    assertThat(document.path("paths").propertyNames())
        .contains("/triage", "/triage/batch", "/protocols", "/protocols/{id}")
        .contains(
            "/protocols/activate",
            "/protocols/activations",
            "/protocols/activations/{id}",
            "/protocols/versions",
            "/protocols/rollback",
            "/protocols/approvals")
        .doesNotContain("/error");
    assertThat(document.at("/paths/~1triage/post/requestBody/content/application~1json/examples"))
        .hasSize(2);
    assertThat(document.at("/components/schemas/TriageRequest/properties/findings").isMissingNode())
        .isFalse();
  }

  /** A field that is added to the answer must be described. */
  @Test
  void describesEveryFieldOfTheAnswer() {
    JsonNode answer = json(get("/v3/api-docs")).at("/components/schemas/TriageAnswer/properties");
    TreeSet<String> fields = new TreeSet<>();
    for (var component : TriageResult.class.getRecordComponents()) {
      fields.add(component.getName());
    }
    assertThat(new TreeSet<>(answer.propertyNames())).isEqualTo(fields);
  }

  /** The examples are requests that can be sent. */
  @Test
  void theExamplesAreAnswered() {
    JsonNode examples =
        json(get("/v3/api-docs"))
            .at("/paths/~1triage/post/requestBody/content/application~1json/examples");
    for (JsonNode example : examples) {
      HttpResponse<String> response = post("/triage", JSON, example.path("value").toString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }
  }

  @Test
  void thePageNeedsNoOtherHost() {
    HttpResponse<String> page = get("/swagger-ui/index.html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("http://", "https://");
    String start = get("/swagger-ui/swagger-initializer.js").body();
    assertThat(start).contains("/v3/api-docs").doesNotContain("petstore", "https://");
    JsonNode settings = json(get("/v3/api-docs/swagger-config"));
    assertThat(settings.path("validatorUrl").asString()).isIn("", "none");
  }
}
