package org.denba.fhir.browser;

import java.net.URI;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.openqa.selenium.By;

/** Looks at a page in a browser: accessible, quiet, light, alone, read without scripts. */
final class PageLook {

  /** How the names of pages begin that are not there, and may say so. */
  static final String NOT_THERE = "not-there";

  private static final long LARGEST = 200_000;

  private final Browser browser;
  private final URI site;

  /**
   * @param site the address of the start page
   */
  PageLook(Browser browser, URI site) {
    this.browser = browser;
    this.site = site;
  }

  /** Axe looks once in each language and once at each width: it takes longest. */
  void look(Site.Page page) {
    SoftAssertions softly = new SoftAssertions();
    if (page.longest()) {
      open(softly, page, "en", Browser.DESKTOP);
      accessible(softly, "en on a desk");
      readWithoutScripts(softly);
      open(softly, page, "en", Browser.PHONE);
    }
    open(softly, page, "fr", Browser.DESKTOP);
    open(softly, page, "fr", Browser.PHONE);
    accessible(softly, "fr on a phone");
    softly.assertAll();
  }

  private void open(SoftAssertions softly, Site.Page page, String language, int width) {
    String address = site.resolve(page.path()).toString();
    address += (address.contains("?") ? "&" : "?") + "language=" + language;
    String device = width == Browser.PHONE ? "phone" : "desk";
    browser.open(address, width, language);
    browser.picture(page.name() + "-" + language + "-" + device);

    String shown = page.name() + " in " + language + " on a " + device;
    softly.assertThat(browser.attribute("html", "lang")).as(shown).isEqualTo(language);
    softly.assertThat(browser.driver().findElements(By.tagName("h1"))).as(shown).hasSize(1);
    softly.assertThat(browser.weight()).as(shown + ", bytes loaded").isBetween(1L, LARGEST);
    softly.assertThat(browser.written()).as(shown + ", bytes").isBetween(1L, LARGEST);
    softly.assertThat(complaints(page)).as(shown + ", console").isEmpty();
    softly
        .assertThat(browser.requests())
        .as(shown + ", requests")
        .isNotEmpty()
        .allMatch(request -> request.startsWith(site.toString()) || request.startsWith("data:"));
    if (width == Browser.PHONE) {
      softly.assertThat(browser.tooWide()).as(shown + ", moved sideways").isEmpty();
    }
  }

  /** A page that is not there answers 404, which Chromium tells on the console. */
  private List<String> complaints(Site.Page page) {
    return browser.complaints().stream()
        .filter(text -> !(page.name().startsWith(NOT_THERE) && text.contains("404")))
        .toList();
  }

  private void accessible(SoftAssertions softly, String shown) {
    softly.assertThat(browser.violations()).as(shown + ", accessibility").isEmpty();
  }

  private void readWithoutScripts(SoftAssertions softly) {
    String text = browser.text();
    browser.script(false);
    try {
      browser.driver().navigate().refresh();
      softly.assertThat(browser.text()).as("without scripts").isNotBlank().isEqualTo(text);
    } finally {
      browser.script(true);
    }
  }
}
