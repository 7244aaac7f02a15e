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
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
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

  private static final long LARGEST = 200_000;
  private static final int NOT_FOUND = 404;

  /** What a page holds that looks again by itself, because something is being worked out. */
  private static final String NOT_YET = "hx-trigger=\"load";

  private static Site site;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  @TestFactory
  Stream<DynamicTest> isAccessibleQuietLightAndAlone() throws IOException {
    Browser browser = Browser.shared();
    Stream<Site.Page> wrong = Stream.of(new Site.Page("not-there", "/booklet/nothing", true));
    return Stream.concat(site().pages().stream(), wrong)
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.name() + " " + page.path(), () -> look(browser, page)));
  }

  @Test
  void linksLeadFromTheStartToEveryPageAndNoneLeadsNowhere() throws IOException {
    assertThat(site().dead()).isEmpty();
    assertThat(site().unreached()).isEmpty();
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

  /** Axe looks once in each language and once at each width: it takes longest. */
  private void look(Browser browser, Site.Page page) {
    SoftAssertions softly = new SoftAssertions();
    if (page.longest()) {
      open(softly, browser, page, "en", Browser.DESKTOP);
      accessible(softly, browser, "en on a desk");
      readWithoutScripts(softly, browser);
      open(softly, browser, page, "en", Browser.PHONE);
    }
    open(softly, browser, page, "fr", Browser.DESKTOP);
    open(softly, browser, page, "fr", Browser.PHONE);
    accessible(softly, browser, "fr on a phone");
    softly.assertAll();
  }

  private void open(
      SoftAssertions softly, Browser browser, Site.Page page, String language, int width) {
    String address = uri(page.path()).toString();
    address += (address.contains("?") ? "&" : "?") + "language=" + language;
    String device = width == Browser.PHONE ? "phone" : "desk";
    browser.open(address, width, language);
    browser.picture(page.name() + "-" + language + "-" + device);

    String shown = page.name() + " in " + language + " on a " + device;
    softly.assertThat(browser.attribute("html", "lang")).as(shown).isEqualTo(language);
    softly.assertThat(browser.driver().findElements(By.tagName("h1"))).as(shown).hasSize(1);
    softly.assertThat(browser.weight()).as(shown + ", bytes loaded").isBetween(1L, LARGEST);
    softly.assertThat(browser.written()).as(shown + ", bytes").isBetween(1L, LARGEST);
    softly.assertThat(complaints(browser, page)).as(shown + ", console").isEmpty();
    softly
        .assertThat(browser.requests())
        .as(shown + ", requests")
        .isNotEmpty()
        .allMatch(
            request -> request.startsWith(uri("/").toString()) || request.startsWith("data:"));
    if (width == Browser.PHONE) {
      softly.assertThat(browser.tooWide()).as(shown + ", moved sideways").isEmpty();
    }
  }

  /** The one page that is not there answers 404, which Chromium tells on the console. */
  private static List<String> complaints(Browser browser, Site.Page page) {
    return browser.complaints().stream()
        .filter(text -> !(page.name().equals("not-there") && text.contains("" + NOT_FOUND)))
        .toList();
  }

  private static void accessible(SoftAssertions softly, Browser browser, String shown) {
    softly.assertThat(browser.violations()).as(shown + ", accessibility").isEmpty();
  }

  private static void readWithoutScripts(SoftAssertions softly, Browser browser) {
    String text = browser.text();
    browser.script(false);
    try {
      browser.driver().navigate().refresh();
      softly.assertThat(browser.text()).as("without scripts").isNotBlank().isEqualTo(text);
    } finally {
      browser.script(true);
    }
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
