package org.denba.fhir.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.denba.fhir.live.LiveService;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page that the application has, in both languages, on a desk and on a phone, with scripts
 * and without. Pictures of them are in {@code target/screenshots}.
 */
class EveryPageTest extends LiveService {

  /** What a page holds that looks again by itself, because something is being worked out. */
  private static final String NOT_YET = "hx-trigger=\"load";

  private static final String CHILD =
      "date=2026-11-22&protocol=imci-child&age=18&sex=female&f.cough=yes";

  /** There is no such page until somebody proposed a change: they are looked at by themselves. */
  private static final Set<String> ONCE_PROPOSED =
      Set.of("/review/{id}", "/review/activation/{id}");

  private static Site site;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  /** What a page shows only of some cases, to which no link leads. */
  private static final List<Site.Page> STATES =
      List.of(
          new Site.Page(PageLook.NOT_THERE, "/booklet/nothing", true),
          new Site.Page(PageLook.NOT_THERE + "-at-all", "/nowhere", false),
          state("answer", CHILD + "&f.respiratory-rate=44&f.weight=10.2&f.spo2=%21no-device"),
          state("contradiction", CHILD + "&f.unconscious=yes&f.lethargic=no&f.hb=2000"),
          state("error", CHILD + "&f.respiratory-rate=abc&p.malaria.risk=lo"),
          state("two", "protocol=postnatal-mother&age=25&unit=years&c.age=2&c.unit=days"));

  private static Site.Page state(String name, String query) {
    return new Site.Page("simulator-" + name, "/simulator?" + query, false);
  }

  @TestFactory
  Stream<DynamicTest> isAccessibleQuietLightAndAlone() throws IOException {
    PageLook look = new PageLook(Browser.shared(), uri("/"));
    return Stream.concat(site().pages().stream(), STATES.stream())
        .map(
            page ->
                DynamicTest.dynamicTest(page.name() + " " + page.path(), () -> look.look(page)));
  }

  @Test
  void linksLeadFromTheStartToEveryPageAndNoneLeadsNowhere() throws IOException {
    assertThat(site().dead()).isEmpty();
    assertThat(site().unreached()).isSubsetOf(ONCE_PROPOSED);
    assertThat(site().pages()).extracting(Site.Page::path).contains("/", "/booklet", "/live");
  }

  private Site site() throws IOException {
    if (site == null) {
      triageSomebody();
      site = new Site(mapping, this::settled);
    }
    return site;
  }

  private HttpResponse<String> settled(String path) {
    return await()
        .pollDelay(Duration.ZERO)
        .atMost(Duration.ofMinutes(2))
        .until(() -> get(path), answer -> !answer.body().contains(NOT_YET));
  }

  /** So that the live view has something to show. */
  private void triageSomebody() throws IOException {
    StringBuilder batch = new StringBuilder();
    for (Path example : examples()) {
      if (example.toString().endsWith(".json") && !example.toString().contains(".fhir.")) {
        batch.append(Files.readString(example).replaceAll("\\R", " ")).append('\n');
      }
    }
    post("/triage/batch", NDJSON, batch.toString());
  }

  @Test
  void theBookletIsPrintedOnA4WithoutWhatIsForTheScreen() {
    Browser browser = Browser.shared();
    browser.open(uri("/print/postnatal-newborn?language=en").toString(), Browser.DESKTOP, "en");

    String pdf = new String(browser.print(), StandardCharsets.ISO_8859_1);

    assertThat(pdf).startsWith("%PDF").containsPattern("/MediaBox ?\\[0 0 59[45][.\\d]* 84[12]");
    assertThat(pdf.split("/Type ?/Page\\b").length - 1).isBetween(2, 60);
    browser.media("print");
    try {
      for (String onScreen : List.of("header.top", ".skip", ".noprint")) {
        assertThat(browser.driver().findElements(By.cssSelector(onScreen)))
            .as(onScreen)
            .noneMatch(each -> each.isDisplayed());
      }
      assertThat(browser.driver().findElements(By.cssSelector(".chart tr"))).isNotEmpty();
    } finally {
      browser.media("");
    }
  }
}
