package org.denba.fhir.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Chromium without a window, started once for all tests. Where none is installed the tests are
 * skipped and say what to install; with {@code CI=true} they fail instead.
 */
final class Browser {

  static final int DESKTOP = 1280;
  static final int PHONE = 360;

  /** The narrowest window that must do (WCAG 1.4.10): nothing is moved sideways to be read. */
  private static final int NARROWEST = 320;

  private static final int HEIGHT = 900;
  private static final List<String> CHROMIUM =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final List<String> DRIVER = List.of("chromedriver");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int LONGEST_PICTURE = 6_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static Browser shared;

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** The browser of all tests. */
  static synchronized Browser shared() {
    Optional<Path> chromium = onPath(CHROMIUM);
    Optional<Path> driver = onPath(DRIVER);
    if (chromium.isEmpty() || driver.isEmpty()) {
      String missing =
          "no browser: install the packages chromium and chromium-driver to run the browser tests";
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(missing);
      }
      abort(missing);
    }
    if (shared == null) {
      shared = new Browser(start(chromium.get(), driver.get()));
      Runtime.getRuntime().addShutdownHook(new Thread(shared.driver::quit));
    }
    return shared;
  }

  private static Optional<Path> onPath(List<String> names) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static ChromeDriver start(Path chromium, Path driver) {
    // it knows the newest protocols of developer tools only, and none of them is used
    Logger.getLogger("org.openqa.selenium").setLevel(Level.SEVERE);
    try {
      ChromeOptions options = new ChromeOptions();
      options.setBinary(chromium.toFile());
      options.addArguments(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--user-data-dir=" + Files.createTempDirectory("denba-browser"));
      LoggingPreferences logs = new LoggingPreferences();
      logs.enable(LogType.BROWSER, Level.ALL);
      logs.enable(LogType.PERFORMANCE, Level.ALL);
      options.setCapability("goog:loggingPrefs", logs);
      // the driver is named, so nothing is looked for on the network
      ChromeDriverService service =
          new ChromeDriverService.Builder().usingDriverExecutable(driver.toFile()).build();
      return new ChromeDriver(service, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Opens an address in a window of this width, with nothing left from the page before. */
  void open(String address, int width, String language) {
    script(true);
    width(width);
    driver.executeCdpCommand(
        "Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
    driver.manage().logs().get(LogType.BROWSER);
    driver.manage().logs().get(LogType.PERFORMANCE);
    driver.get(address);
  }

  /** Whether pages may run scripts. */
  void script(boolean allowed) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  private void width(int width) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", width < DESKTOP));
  }

  /** What the page wrote on its console as an error or a warning since it was opened. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
        complaints.add(entry.getMessage());
      }
    }
    return complaints;
  }

  /** The addresses that were asked for since the page was opened. */
  List<String> requests() {
    List<String> requests = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode event = JSON.readTree(entry.getMessage()).path("message");
      if (event.path("method").asString().equals("Network.requestWillBeSent")) {
        requests.add(event.at("/params/request/url").asString());
      }
    }
    return requests;
  }

  /** Bytes of the page and of what it loads but pictures, as they travel. */
  long weight() {
    return ((Number)
            run(
                "return performance.getEntriesByType('navigation')"
                    + ".concat(performance.getEntriesByType('resource'))"
                    + ".filter(e => !/\\.(svg|png|ico)/.test(e.name))"
                    + ".reduce((sum, e) => sum + e.encodedBodySize, 0)"))
        .longValue();
  }

  /** Bytes of the page alone, as it is written. */
  long written() {
    return ((Number) run("return performance.getEntriesByType('navigation')[0].decodedBodySize"))
        .longValue();
  }

  /** What reaches beyond the narrowest window, such as would have to be moved sideways. */
  List<String> tooWide() {
    width(NARROWEST);
    return ((List<?>)
            run(
                "const most = document.documentElement.clientWidth;"
                    + "if (document.documentElement.scrollWidth <= most) return [];"
                    + "return [document.documentElement,"
                    + " ...document.querySelectorAll('body *:not(.wide *)')]"
                    + ".filter(e => e.scrollWidth > most || e.getBoundingClientRect().right > most)"
                    + ".map(e => e.cloneNode(false).outerHTML)"))
        .stream().map(String::valueOf).toList();
  }

  /** What axe finds against WCAG 2.2 AA, in one line each. */
  List<String> violations() {
    return Axe.violations(driver);
  }

  /** Everything of the page that is read, without what belongs to its frame. */
  String text() {
    return (String) run("return document.getElementById('main').innerText");
  }

  /** An attribute of the first such element. */
  String attribute(String selector, String name) {
    return driver.findElement(By.cssSelector(selector)).getDomAttribute(name);
  }

  /** Shows the page as it is on paper ({@code print}), or as usual (nothing). */
  void media(String media) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", media));
  }

  /** Prints the page as its style sheet says; answers the bytes of a PDF. */
  byte[] print() {
    Object data =
        driver
            .executeCdpCommand(
                "Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true))
            .get("data");
    return Base64.getDecoder().decode((String) data);
  }

  /** Takes a picture of the whole page, if it is not endless. */
  void picture(String name) {
    Map<String, Object> size = new HashMap<>();
    size.put("x", 0);
    size.put("y", 0);
    size.put("scale", 1);
    size.put("width", run("return document.documentElement.clientWidth"));
    size.put(
        "height",
        run("return Math.min(document.documentElement.scrollHeight, " + LONGEST_PICTURE + ")"));
    String data =
        (String)
            driver
                .executeCdpCommand(
                    "Page.captureScreenshot", Map.of("clip", size, "captureBeyondViewport", true))
                .get("data");
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Object run(String script) {
    return ((JavascriptExecutor) driver).executeScript(script);
  }
}
