package org.denba.fhir.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import org.denba.fhir.ServiceTest;
import org.denba.fhir.settings.ManagementProperties;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** With a token set, only who sends it may replace the rules, from this machine too. */
@TestPropertySource(properties = "denba.management-token=0123456789abcdef-secret")
class ManagementTokenTest extends ServiceTest {

  @Test
  void withoutTheTokenNothingIsAnswered() {
    HttpResponse<String> refused = get("/protocols/versions");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("Authorization: Bearer").doesNotContain("secret");
    for (String sent : new String[] {"Bearer ", "Bearer 0123456789abcdef", "Basic MDE=", "x"}) {
      assertThat(get("/protocols/versions", "Authorization", sent).statusCode()).isEqualTo(403);
    }
    assertThat(post("/protocols/activate", JSON, "{}").statusCode()).isEqualTo(403);
    assertThat(post("/protocols/rollback", JSON, "{}").statusCode()).isEqualTo(403);
    assertThat(post("/protocols/approvals", JSON, "{}").statusCode()).isEqualTo(403);
    assertThat(get("/protocols/activations/x").statusCode()).isEqualTo(403);
  }

  @Test
  void withTheTokenAProxyMay() {
    assertThat(
            get(
                    "/protocols/versions",
                    "Authorization",
                    "Bearer 0123456789abcdef-secret",
                    "X-Forwarded-For",
                    "10.1.2.3")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void theRulesThemselvesAreForEverybody() {
    assertThat(get("/protocols").statusCode()).isEqualTo(200);
    assertThat(get("/protocols/imci-child").statusCode()).isEqualTo(200);
  }

  @Test
  void aTokenThatCouldBeGuessedIsRefusedAndNoneIsPrinted() {
    assertThatThrownBy(() -> new ManagementProperties(null, false, "short", true, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16 characters");
    assertThat(new ManagementProperties(null, false, "0123456789abcdef-secret", true, 1).toString())
        .doesNotContain("secret");
  }
}
