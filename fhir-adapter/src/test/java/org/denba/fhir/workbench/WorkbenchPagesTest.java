package org.denba.fhir.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.fhir.ServiceTest;
import org.denba.fhir.protocols.ActiveRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page, as a browser gets it. */
class WorkbenchPagesTest extends ServiceTest {

  private static final int LARGEST = 200_000;
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String CASE =
      "protocol=imci-child&age=18&sex=female&f.cough=yes&f.respiratory-rate=44&f.wheeze=no";

  /** What a rule file writes and a reader must never see. */
  private static final Pattern RAW =
      Pattern.compile("\\b(answer|yes|no|countYes|atLeast|notDone|param|either)\\(\"?[a-z]");

  private static French french;

  @Autowired private ActiveRules active;

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void everyChartShowsEveryRowInWords(String language) {
    for (Protocol protocol : active.required().engine().rules()) {
      for (Chart chart : protocol.charts()) {
        String page = page("/booklet/" + protocol.id() + "/" + chart.id(), language);
        for (Row row : chart.rows()) {
          assertThat(page).as(chart.id()).contains("id=\"" + row.id() + "\"");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void everyOtherPageIsWhole(String language) {
    List<String> paths =
        new ArrayList<>(List.of("/", "/booklet", "/simulator", "/evidence", "/review"));
    for (Protocol protocol : active.required().engine().rules()) {
      for (String page : List.of("booklet", "print", "doses", "parameters", "evidence")) {
        paths.add("/" + page + "/" + protocol.id());
      }
      paths.add("/simulator?protocol=" + protocol.id());
      paths.add("/simulator?all=1&protocol=" + protocol.id());
      paths.add("/cases/" + protocol.id() + "/" + protocol.rows().get(0).id());
      paths.add("/evidence/" + protocol.id() + "/" + protocol.charts().get(0).id());
    }
    paths.add("/print/immunisation?part=2");
    paths.add("/calendar/immunisation");
    paths.add("/live");
    paths.add("/simulator?protocol=imci-child&age=18&f.respiratory-rate=abc&p.malaria.risk=lo");
    paths.add("/simulator?date=2026-11-22&" + CASE + "&f.cough-duration-days=20&f.hb=2000");
    paths.add("/simulator?protocol=postnatal-mother&age=25&unit=years&c.age=2&c.unit=days");
    paths.forEach(path -> page(path, language));
  }

  @Test
  void whatLooksForEnglishFindsIt() {
    for (String path : List.of("/", "/booklet/imci-child", "/simulator?" + CASE, "/live")) {
      String mistaken = page(path, "en").replace("<html lang=\"en\"", "<html lang=\"fr\"");
      assertThat(french().leftovers(mistaken)).as(path).hasSizeGreaterThan(3);
    }
  }

  @Test
  void aBrowserThatIsLostSeesAPageInItsLanguageAndAProgramAProblem() {
    HttpResponse<String> page =
        get("/nowhere", "Accept", "text/html,*/*;q=0.8", "Accept-Language", "fr");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("<html lang=\"fr\"", "<main id=\"main\"");
    assertThat(french().leftovers(page.body())).isEmpty();
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();

    HttpResponse<String> problem = get("/nowhere", "Accept", "*/*");
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(json(problem).path("type").asString()).endsWith("/not-found");
  }

  @Test
  void whatThereIsNotIsSaidOnAPage() {
    for (String path :
        List.of(
            "/booklet/imci-chlid",
            "/booklet/imci-child/fevr",
            "/print/imci-child?part=9",
            "/calendar/imci-child",
            "/cases/imci-child/COU-99",
            "/evidence/imci-chlid",
            "/evidence/imci-child/fevr",
            "/case/imci-child/none",
            "/case/none/none")) {
      HttpResponse<String> answer = get(path + (path.contains("?") ? "&" : "?") + "language=fr");
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(french().leftovers(answer.body())).as(path).isEmpty();
      assertThat(answer.body()).contains("<main id=\"main\"").doesNotContain("Exception");
    }
  }

  @Test
  void theSimulatorAnswersAsTheInterfaceDoes() {
    for (String query :
        List.of(
            CASE,
            CASE + "&f.spo2=%21no-device&f.temperature-axillary=38,5&f.hb=%21unspecified",
            "protocol=antenatal&pregnant=yes&f.headache-severe=yes&f.sbp1=165&f.dbp1=112",
            "protocol=immunisation&age=200&unit=days&f.card-seen=yes"
                + "&f.vaccine-doses=BCG+2026-05-01+card",
            "setting=community&age=11&f.fever-history=yes&f.malaria-test=positive&p.al.bands=MAL")) {
      String page = page("/simulator?" + query, "fr");
      HttpResponse<String> asked = post("/triage", JSON, json(page, "json"));

      assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
      var result = json(asked);
      assertThat(attribute(page, "id=\"urgency\" data-urgency=\"([^\"]+)\""))
          .isEqualTo(result.path("urgency").asString());
      assertThat(unescaped(page)).contains(result.path("summary").asString());
      result
          .path("classifications")
          .forEach(row -> assertThat(unescaped(page)).contains(row.path("label").asString()));
      result
          .path("recommendations")
          .forEach(advice -> assertThat(unescaped(page)).contains(advice.path("text").asString()));
      result
          .path("stillToAssess")
          .forEach(
              question ->
                  assertThat(page)
                      .contains("id=\"q-" + question.path("dataElement").asString() + "\""));
    }
  }

  @Test
  void aFormThatIsSentLeadsToTheAddressOfItsCase() {
    HttpResponse<String> sent =
        post(
            "/simulator",
            FORM,
            "language=fr&protocol=&setting=community&age=18&f.cough=yes&f.wheeze=");

    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(sent.headers().firstValue("Location"))
        .contains("/simulator?setting=community&age=18&f.cough=yes&language=fr");
  }

  @Test
  void withTheScriptThePageComesAtOnce() {
    HttpResponse<String> sent =
        post("/simulator", FORM, CASE + "&language=fr", "HX-Request", "true");

    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(sent.headers().firstValue("HX-Replace-Url").orElseThrow())
        .startsWith("/simulator?protocol=imci-child")
        .endsWith("language=fr");
    assertThat(sent.body()).contains("<html lang=\"fr\"").contains("f.cough=yes&amp;");
  }

  @Test
  void aCaseOfTheRulesOpensAndProvesItsRow() {
    HttpResponse<String> opened = get("/case/imci-child/COU-3.rr-40-at-12-months");

    assertThat(opened.statusCode()).isEqualTo(303);
    String page = page(opened.headers().firstValue("Location").orElseThrow(), "en");
    assertThat(page).contains("/booklet/imci-child/cough-or-difficult-breathing?language=en#COU-3");
    assertThat(page("/cases/imci-child/COU-3", "en"))
        .contains("/case/imci-child/COU-3.rr-40-at-12-months");
  }

  @Test
  void theAssetsComeFromHere() {
    for (String asset : List.of("/assets/denba.css", "/assets/denba.svg", "/assets/htmx.min.js")) {
      HttpResponse<String> file = get(asset);
      assertThat(file.statusCode()).as(asset).isEqualTo(200);
      assertThat(file.body().length()).as(asset).isLessThan(LARGEST);
    }
  }

  /** A page, checked for what holds of all pages. */
  private String page(String path, String language) {
    String address =
        path.contains("language=")
            ? path
            : path + (path.contains("?") ? "&" : "?") + "language=" + language;
    HttpResponse<String> page = get(URI.create(address).toString());
    assertThat(page.statusCode()).as(address).isEqualTo(200);
    String body = page.body();
    assertThat(body.length()).as(address).isLessThan(LARGEST);
    assertThat(body).as(address).contains("<html lang=\"" + language + "\"", "<main id=\"main\"");
    assertThat(body).as(address).doesNotContain("??", "<style", " style=", "onclick=", "http://");
    assertThat(body).as(address).doesNotContain("src=\"http", "href=\"http", " th:");
    assertThat(body.replaceAll("(?s)<pre.*?</pre>", "")).as(address).doesNotContainPattern(RAW);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'");
    assertThat(ids(body)).as(address).doesNotHaveDuplicates();
    if (language.equals("fr") || address.contains("language=fr")) {
      assertThat(french().leftovers(body)).as(address).isEmpty();
    }
    return body;
  }

  private French french() {
    if (french == null) {
      french = new French(active.required().engine().dictionary());
    }
    return french;
  }

  private static List<String> ids(String page) {
    return Pattern.compile(" id=\"([^\"]+)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static String json(String page, String id) {
    return unescaped(attribute(page, "id=\"" + id + "\">([^<]+)<"));
  }

  private static String attribute(String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  private static String unescaped(String text) {
    return text.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
