package org.denba.fhir.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.denba.fhir.ServiceTest;
import org.junit.jupiter.api.Test;

/** What somebody mistypes or means ill is said or refused, and never becomes part of a page. */
class HostilePageRequestTest extends ServiceTest {

  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void aMistypedSignIsSaidAndNothingIsAnswered() {
    HttpResponse<String> page = get("/simulator?age=18&f.cogh=yes");

    assertThat(page.body())
        .contains("findings.cogh", "did you mean")
        .doesNotContain("id=\"result\"");
  }

  @Test
  void whatSomebodySendsIsTextInEveryPlace() {
    String evil = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'";
    String sent = URLEncoder.encode(evil, StandardCharsets.UTF_8);
    List<String> fields =
        new ArrayList<>(
            List.of(
                "protocol",
                "setting",
                "age",
                "unit",
                "estimated",
                "birth",
                "sex",
                "pregnant",
                "lmp",
                "delivery",
                "visit",
                "earlier",
                "date",
                "all",
                "language"));
    fields.addAll(List.of("f.cough", "f.weight", "f.vaccine-doses", "n.spo2", "p.malaria.risk"));
    fields.addAll(List.of("f." + sent, "p." + sent));
    for (String field : fields) {
      for (String rest : List.of("", "&protocol=imci-child&age=18")) {
        HttpResponse<String> page = get("/simulator?" + field + "=" + sent + rest);
        assertThat(page.statusCode()).as(field).isEqualTo(200);
        assertThat(page.body()).as(field).doesNotContain("<script>alert", "<img src=x");
      }
    }
    for (String path : List.of("/booklet/", "/booklet/imci-child/", "/cases/imci-child/")) {
      assertThat(get(path + sent.replace("+", "%20").replace("%2F", "-")).body())
          .doesNotContain("<script>alert", "<img src=x");
    }
  }

  @Test
  void aFormThatIsTooLargeIsRefused() {
    String large = "f.cough=" + "x".repeat(1_100_000);

    assertThat(post("/simulator", FORM, large).statusCode()).isEqualTo(413);
  }

  @Test
  void otherMethodsAndFormsAreRefused() {
    HttpRequest delete =
        HttpRequest.newBuilder(uri("/simulator")).method("DELETE", BodyPublishers.noBody()).build();

    assertThat(send(delete).statusCode()).isEqualTo(405);
    assertThat(post("/simulator", JSON, "{}").statusCode()).isEqualTo(415);
  }
}
