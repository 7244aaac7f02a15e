package org.denba.fhir.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.denba.fhir.ServiceTest;
import org.junit.jupiter.api.Test;

class ProtocolEndpointsTest extends ServiceTest {

  @Test
  void listsTheProtocols() {
    HttpResponse<String> response = get("/protocols");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).get(0).path("id").asString()).isEqualTo("imci-child");
    assertThat(response.headers().firstValue("Content-Language")).contains("en");
  }

  @Test
  void showsOneInTheLanguageThatIsAskedFor() {
    assertThat(get("/protocols/imci-child?language=fr").headers().firstValue("Content-Language"))
        .contains("fr");
    assertThat(
            get("/protocols/imci-child", "Accept-Language", "bm, fr-ML;q=0.9, en;q=0.5")
                .headers()
                .firstValue("Content-Language"))
        .contains("fr");
  }

  @Test
  void namesTheProtocolsThatThereAreWhenAskedForAnother() {
    HttpResponse<String> response = get("/protocols/imci-chld");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(json(response).path("detail").asString()).contains("did you mean 'imci-child'");
  }

  @Test
  void isHealthyOnceTheCanaryCasesPassed() {
    HttpResponse<String> response = get("/actuator/health");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(json(response).path("status").asString()).isEqualTo("UP");
    assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
  }
}
