package org.denba.fhir.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.denba.fhir.live.LiveService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * What somebody does who comes for the first time: with the mouse, with the keyboard, without
 * scripts.
 */
class FirstVisitTest extends LiveService {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_TABS = 60;

  private ChromeDriver driver;

  @BeforeEach
  void startPage() {
    Browser browser = Browser.shared();
    browser.open(uri("/?language=en").toString(), Browser.DESKTOP, "en");
    driver = browser.driver();
  }

  /** Follows visible words only: what a newcomer reads is all that leads on. */
  @Test
  void aNewcomerFindsWhyAChildIsYellowAndWhatWouldMakeItPink() {
    click("Try a patient");
    new Select(field("Protocol")).selectByIndex(1);
    field("Age").sendKeys("18");
    click(By.xpath("//button[normalize-space()='Begin']"));
    await(By.id("result"));
    click(By.id("show-all"));
    // the two answers that the chart of a cough asks for
    choose("Cough", "yes");
    WebElement breaths = question("Breaths in one minute").findElement(By.tagName("input"));
    breaths.sendKeys("44", Keys.ENTER);
    awaitText(By.id("why"), "44");

    // why it is yellow, and which source says so
    WebElement why =
        driver.findElement(By.id("why")).findElements(By.tagName("li")).stream()
            .filter(row -> row.getText().contains("Yellow") && row.getText().contains("44"))
            .findFirst()
            .orElseThrow();
    assertThat(why.getText()).containsIgnoringCase("pneumonia").contains("Because of", "Source");
    assertThat(why.findElement(By.className("source")).getText()).isNotBlank();
    String row = why.findElement(By.className("to-row")).getText();

    // what would make the child pink
    assertThat(driver.findElement(By.id("main")).getText())
        .contains("What would make it more severe");
    WebElement pink =
        driver.findElements(By.cssSelector("#why-not li, #why li")).stream()
            .filter(each -> each.getText().contains("Pink"))
            .findFirst()
            .orElseThrow();
    assertThat(pink.getText()).contains("not ruled out");

    // the row lights up in its chart
    why.findElement(By.className("to-row")).click();
    await(By.cssSelector("tr:target"));
    WebElement lit = driver.findElement(By.cssSelector("tr:target"));
    assertThat(row).contains(lit.getDomAttribute("id"));
    assertThat(lit.getText()).contains("Yellow");

    // which cases prove it
    lit.findElement(By.partialLinkText("cases")).click();
    // the cases may be run just now: the page looks again by itself
    await(By.cssSelector("ol.cases li"));
    assertThat(driver.findElement(By.id("cases")).getText()).contains("The row is proved");
  }

  @Test
  void everythingCanBeReachedWithTheKeyboard() {
    driver.switchTo().activeElement().sendKeys(Keys.TAB);
    assertThat(focused().getText()).isEqualTo("Skip to the content");
    tabTo("Chart booklet").sendKeys(Keys.ENTER);
    new WebDriverWait(driver, PATIENCE).until(d -> d.getCurrentUrl().contains("/booklet"));
    tabTo("Case simulator").sendKeys(Keys.ENTER);
    await(By.id("case"));
    tabTo(By.id("protocol")).sendKeys("Sick child, 2");
    tabTo(By.id("age")).sendKeys("18", Keys.ENTER);
    await(By.id("result"));
    String before = driver.findElement(By.id("result")).getText();

    WebElement first = tabTo(By.cssSelector(".next input"));
    // "yes" is the first of the choices, and the first question asks for a danger sign
    first.sendKeys(Keys.HOME);
    first = driver.findElement(By.cssSelector(".next input"));
    first.sendKeys(Keys.SPACE);
    new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .until(d -> !d.findElement(By.id("result")).getText().equals(before));
    assertThat(driver.findElement(By.id("urgency")).getDomAttribute("data-urgency"))
        .isEqualTo("refer-urgent");
  }

  @Test
  void withoutScriptsPagesAreReadAndTheSimulatorAnswers() {
    Browser browser = Browser.shared();
    browser.script(false);
    try {
      driver.get(uri("/live?language=fr").toString());
      assertThat(driver.findElement(By.tagName("h1")).getText()).contains("trié");
      driver.get(uri("/simulator?language=en&protocol=imci-child&age=18").toString());
      driver.findElement(By.cssSelector(".next input[value=yes]")).click();
      driver.findElement(By.id("send")).click();
      new WebDriverWait(driver, PATIENCE)
          .until(d -> d.findElements(By.cssSelector("[data-urgency=refer-urgent]")).size() > 0);
      assertThat(driver.getCurrentUrl()).contains("/simulator?", "=yes");
    } finally {
      browser.script(true);
    }
  }

  private void click(String words) {
    click(By.linkText(words));
  }

  /** Clicks; where the page has just renewed itself, on what stands there now. */
  private void click(By what) {
    new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .until(
            d -> {
              d.findElement(what).click();
              return true;
            });
  }

  /** The field that a label is for. */
  private WebElement field(String label) {
    String id =
        driver
            .findElement(By.xpath("//label[normalize-space()='" + label + "']"))
            .getDomAttribute("for");
    return driver.findElement(By.id(id));
  }

  /** The question of this name. */
  private WebElement question(String legend) {
    await(By.xpath("//fieldset[legend[normalize-space()='" + legend + "']]"));
    return driver.findElement(By.xpath("//fieldset[legend[normalize-space()='" + legend + "']]"));
  }

  private void choose(String legend, String option) {
    question(legend).findElement(By.xpath(".//label[normalize-space()='" + option + "']")).click();
    awaitText(By.id("case"), "Answered");
  }

  private void await(By what) {
    new WebDriverWait(driver, PATIENCE).until(d -> !d.findElements(what).isEmpty());
  }

  private void awaitText(By where, String text) {
    new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .until(d -> d.findElement(where).getText().contains(text));
  }

  private WebElement focused() {
    return driver.switchTo().activeElement();
  }

  private WebElement tabTo(String words) {
    for (int i = 0; i < MOST_TABS; i++) {
      if (focused().getText().equals(words)) {
        return focused();
      }
      focused().sendKeys(Keys.TAB);
    }
    throw new AssertionError("the keyboard does not reach: " + words);
  }

  private WebElement tabTo(By what) {
    for (int i = 0; i < MOST_TABS; i++) {
      List<WebElement> wanted = driver.findElements(what);
      if (!wanted.isEmpty() && wanted.contains(focused())) {
        return focused();
      }
      focused().sendKeys(Keys.TAB);
    }
    throw new AssertionError("the keyboard does not reach: " + what);
  }
}
