package org.denba.fhir.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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

  /** A browser cannot be told to send a header: its user is asked for a password. */
  @Test
  void onThePagesOfAReviewTheTokenIsAPassword() {
    HttpResponse<String> asked = get("/review");
    assertThat(asked.statusCode()).isEqualTo(401);
    assertThat(asked.body()).contains("The password is the value of", "Le mot de passe est");
    assertThat(asked.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic ");
    assertThat(page("0123456789abcdef-secrex").statusCode()).isEqualTo(401);
    assertThat(get("/review", "Authorization", "Basic ?!").statusCode()).isEqualTo(401);
    assertThat(page("0123456789abcdef-secret").statusCode()).isNotIn(401, 403);
    assertThat(page("0123456789abcdef-secret", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(page("0123456789abcdef-secret", "Origin", "http://evil.example").statusCode())
        .isEqualTo(403);
    // a program sends the token itself
    assertThat(
            get("/protocols/changes", "Authorization", basic("0123456789abcdef-secret"))
                .statusCode())
        .isEqualTo(403);
  }

  private HttpResponse<String> page(String password, String... more) {
    String[] headers = new String[more.length + 2];
    headers[0] = "Authorization";
    headers[1] = basic(password);
    System.arraycopy(more, 0, headers, 2, more.length);
    return get("/review", headers);
  }

  private static String basic(String password) {
    return "Basic "
        + Base64.getEncoder().encodeToString(("dr:" + password).getBytes(StandardCharsets.UTF_8));
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
