package org.denba.fhir.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denba.fhir.activation.RunningDenba;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages that are there once somebody proposed a change, which make patients worse off. */
class ReviewInBrowserTest {

  private static final String CHILD = "imci-child";
  private static final Pattern PATIENT =
      Pattern.compile("href=\"(/simulator\\?[^\"]*against=change-0001[^\"]*)\"");

  @TempDir private Path home;

  @Test
  void aProposedChangeIsAccessibleQuietLightAndAlone() throws IOException {
    Browser browser = Browser.shared();
    Path rules = RunningDenba.rules(home.resolve("rules"), CHILD, "imci-young-infant");
    try (RunningDenba denba =
        RunningDenba.start(
            "--denba.rules=" + rules,
            "--denba.versions=" + home.resolve("versions"),
            "--denba.verify=false",
            "--denba.impact-patients=300")) {
      slower(rules);
      String activation = propose(denba);
      settled(denba, activation, "data-outcome=\"running\"");
      String change = settled(denba, "/review/0001", "load delay");
      Matcher patient = PATIENT.matcher(change);
      assertThat(patient.find()).isTrue();
      String both = patient.group(1).replace("&amp;", "&").replaceAll("&language=..", "");
      settled(denba, both, "load delay");

      PageLook look = new PageLook(browser, denba.uri("/"));
      look.look(new Site.Page("review-activation", activation, false));
      look.look(new Site.Page("review-change", "/review/0001", true));
      look.look(new Site.Page("review-patient", both, false));
      look.look(new Site.Page("live-empty", "/live", false));
      RunningDenba.send(form(denba, "/review/0001/send-back", "person=Moussa&comment=too+slow"));
      look.look(new Site.Page("review-sent-back", "/review/0001", false));
      look.look(new Site.Page("review-list", "/review", false));
    }
  }

  /** A bound is moved, and with it the cases that hold it: children with pneumonia go home. */
  private static void slower(Path rules) throws IOException {
    RunningDenba.edit(
        rules, CHILD + "/derived.drl", "(\"respiratory-rate\", 40)", "(\"respiratory-rate\", 45)");
    Path file = rules.resolve(CHILD + "/protocol.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replaceAll("(?s)cases:\\n.*?age-months:", "cases:\n  - canaries\nage-months:"));
  }

  private static String propose(RunningDenba denba) {
    HttpResponse<String> sent =
        RunningDenba.send(form(denba, "/review", "person=Awa&comment=slower&language=en"));
    return sent.headers().firstValue("Location").orElseThrow().replaceAll("\\?.*", "");
  }

  private static HttpRequest form(RunningDenba denba, String path, String fields) {
    return HttpRequest.newBuilder(denba.uri(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(fields))
        .build();
  }

  private static String settled(RunningDenba denba, String path, String unfinished) {
    return await()
        .pollDelay(Duration.ZERO)
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> denba.get(path),
            page -> page.statusCode() == 200 && !page.body().contains(unfinished))
        .body();
  }
}
