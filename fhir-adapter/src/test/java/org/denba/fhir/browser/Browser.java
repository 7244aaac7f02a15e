package org.denba.fhir.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
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

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int LONGEST_PICTURE = 6_000;
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static Browser shared;

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** The browser of all tests. */
  static synchronized Browser shared() {
    boolean installed = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    String missing =
        "no browser: install the packages chromium and chromium-driver to run the browser tests";
    if ("true".equals(System.getenv("CI")) && !installed) {
      throw new AssertionError(missing);
    }
    assumeTrue(installed, missing);
    if (shared == null) {
      shared = new Browser(start());
      Runtime.getRuntime().addShutdownHook(new Thread(shared.driver::quit));
    }
    return shared;
  }

  private static ChromeDriver start() {
    try {
      ChromeOptions options = new ChromeOptions();
      options.setBinary(CHROMIUM.toFile());
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
          new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
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
    width(width, width == PHONE ? 740 : 900);
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

  private void width(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width == PHONE));
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

  /** Whether the page can be moved sideways. */
  boolean wider() {
    return (Boolean)
        run("return document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  /** What axe finds against WCAG 2.2 AA, in one line each. */
  List<String> violations() {
    List<String> violations = new ArrayList<>();
    // in the page itself: there are no frames that would need a window of their own
    List<Rule> rules =
        new AxeBuilder().withTags(WCAG).setLegacyMode().analyze(driver).getViolations();
    for (Rule rule : rules) {
      rule.getNodes()
          .forEach(
              node ->
                  violations.add(
                      rule.getId()
                          + ": "
                          + rule.getHelp()
                          + " at "
                          + node.getTarget()
                          + " in "
                          + node.getHtml()));
    }
    return violations;
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
