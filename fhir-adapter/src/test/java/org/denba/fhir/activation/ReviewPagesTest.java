package org.denba.fhir.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.workbench.French;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change on its way through the pages of the review, as a browser gets them. */
class ReviewPagesTest {

  private static final String CHILD = "imci-child";
  private static final int MOST_TRIES = 300;

  @TempDir private Path home;

  @Test
  void aChangeIsProposedSeenSentBackProposedAgainAndLetThrough() throws IOException {
    Path rules = RunningDenba.rules(home.resolve("rules"), CHILD, "imci-young-infant");
    try (RunningDenba denba =
        RunningDenba.start(
            "--denba.rules=" + rules,
            "--denba.versions=" + home.resolve("versions"),
            "--denba.verify=false",
            "--denba.impact-patients=500")) {
      assertThat(get(denba, "/review")).contains("id=\"no-changes\"", "id=\"propose\"");
      careless(rules);
      String proposed = form(denba, "/review", "person=Awa&comment=slower");
      assertThat(until(denba, proposed, ended())).contains("data-outcome=\"in-review\"");

      String change = until(denba, "/review/0001", page -> !page.contains("load delay"));
      assertThat(change)
          .contains("slower", "Could harm", "class=\"flow narrow\"", "COU-3", "id=\"approve\"")
          .doesNotContain("??", "<style", " style=");
      String french = get(denba, "/review/0001?language=fr");
      assertThat(french).contains("Peut nuire", "Pneumonie (COU-3)", "Tous les cas");
      French words = new French(denba.bean(ActiveRules.class).required().engine().dictionary());
      assertThat(words.leftovers(french)).isEmpty();
      assertThat(words.leftovers(get(denba, proposed + "?language=fr"))).isEmpty();
      String patient = found(change, "href=\"(/simulator\\?[^\"]*against=change-0001[^\"]*)\"");
      String both = until(denba, patient, page -> !page.contains("load delay"));
      assertThat(both).contains("id=\"urgency\"", "id=\"urgency-there\"", "class=\"danger\"");

      assertThat(form(denba, "/review/0001/send-back", "person=Moussa&comment=")).isNull();
      assertThat(form(denba, "/review/0001/send-back", "person=Moussa&comment=too+slow"))
          .isEqualTo("/review/0001");
      assertThat(get(denba, "/review/0001"))
          .contains("too slow", "Moussa")
          .doesNotContain("id=\"approve\"");

      until(denba, form(denba, "/review", "person=Awa&comment=again"), ended());
      String again = until(denba, "/review/0002", page -> !page.contains("load delay"));
      String digest = found(again, "name=\"impact\" value=\"([^\"]+)\"");
      assertThat(form(denba, "/review/0002/approve", "person=Moussa&comment=seen&impact="))
          .isNull();
      String approved =
          form(
              denba,
              "/review/0002/approve",
              "person=Moussa&comment=seen&impact="
                  + URLEncoder.encode(digest, StandardCharsets.UTF_8));
      assertThat(until(denba, approved, ended())).contains("data-outcome=\"active\"");
      assertThat(get(denba, "/simulator?age=18&f.cough=yes")).contains("value=\"version-1\"");
    }
  }

  @Test
  void whoMayNotChangeTheRulesSeesNoReview() {
    try (RunningDenba denba = RunningDenba.start("--denba.management-token=0123456789abcdef")) {
      HttpResponse<String> page = denba.get("/review");

      assertThat(page.statusCode()).isEqualTo(401);
      assertThat(page.headers().firstValue("WWW-Authenticate")).isPresent();
    }
  }

  /** A bound is moved, and with it the cases that hold it. */
  private static void careless(Path rules) throws IOException {
    RunningDenba.edit(
        rules, CHILD + "/derived.drl", "(\"respiratory-rate\", 40)", "(\"respiratory-rate\", 45)");
    Path file = rules.resolve(CHILD + "/protocol.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replaceAll("(?s)cases:\\n.*?age-months:", "cases:\n  - canaries\nage-months:"));
  }

  private static Predicate<String> ended() {
    return page -> !page.contains("data-outcome=\"running\"");
  }

  private static String get(RunningDenba denba, String path) {
    HttpResponse<String> page = denba.get(path.replace("&amp;", "&"), "Accept-Language", "en");
    assertThat(page.statusCode()).as(path + page.body()).isEqualTo(200);
    return page.body();
  }

  /** The page, loaded again until it shows what is waited for. */
  private static String until(RunningDenba denba, String path, Predicate<String> shows) {
    String page = get(denba, path);
    for (int i = 0; i < MOST_TRIES && !shows.test(page); i++) {
      pause();
      page = get(denba, path);
    }
    return page;
  }

  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Where a form that is sent leads to; null where it is shown again with what was written. */
  private static String form(RunningDenba denba, String path, String fields) {
    HttpResponse<String> sent =
        RunningDenba.send(
            HttpRequest.newBuilder(denba.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields + "&language=en"))
                .build());
    if (sent.statusCode() != 303) {
      assertThat(sent.body()).contains("id=\"refused\"", "Moussa");
      return null;
    }
    return sent.headers().firstValue("Location").orElseThrow().replaceAll("\\?.*", "");
  }

  private static String found(String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }
}
