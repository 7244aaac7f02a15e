package org.denba.fhir.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.denba.fhir.live.LiveService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;

/** Every page in both languages, on a desk and on a phone. */
class EveryPageTest extends LiveService {

  private static final long LARGEST = 200_000;

  private static boolean triaged;

  private Browser browser;

  static Stream<Arguments> pages() {
    return Pages.ALL.stream()
        .flatMap(
            page ->
                Stream.of("en", "fr")
                    .flatMap(
                        language ->
                            Stream.of(Browser.DESKTOP, Browser.PHONE)
                                .map(width -> Arguments.of(page, language, width))));
  }

  /** So that the live view has something to show. */
  @BeforeEach
  void triageSomebody() throws IOException {
    browser = Browser.shared();
    if (!triaged) {
      triaged = true;
      StringBuilder batch = new StringBuilder();
      for (Path example : examples()) {
        if (example.toString().endsWith(".json") && !example.toString().contains(".fhir.")) {
          batch.append(Files.readString(example).replaceAll("\\R", " ")).append('\n');
        }
      }
      post("/triage/batch", NDJSON, batch.toString());
    }
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("pages")
  void isAccessibleQuietLightAndAlone(Pages.Page page, String language, int width) {
    String address = uri(page.path()).toString();
    String localised = address + (address.contains("?") ? "&" : "?") + "language=" + language;
    browser.open(localised, width, language);
    browser.picture(
        page.name() + "-" + language + "-" + (width == Browser.PHONE ? "phone" : "desk"));

    SoftAssertions softly = new SoftAssertions();
    softly
        .assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("lang"))
        .isEqualTo(language);
    softly.assertThat(browser.wider()).as("can be moved sideways").isFalse();
    softly.assertThat(browser.weight()).isBetween(1L, LARGEST);
    softly.assertThat(browser.written()).isBetween(1L, LARGEST);
    // the page itself answers 404, which Chromium tells on the console
    List<String> complaints = browser.complaints();
    complaints.removeIf(text -> page.name().equals("not-there") && text.contains("404"));
    softly.assertThat(complaints).isEmpty();
    softly.assertThat(browser.violations()).isEmpty();
    softly
        .assertThat(browser.requests())
        .isNotEmpty()
        .allMatch(
            request ->
                request.startsWith(uri("/").toString())
                    || request.startsWith("data:")
                    || request.equals("about:blank"));
    softly.assertAll();
    assertThat(browser.driver().findElements(By.tagName("h1"))).hasSize(1);
  }
}
