package org.denba.fhir.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denba.engine.TriageEngine;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.verification.CaseFiles;
import org.denba.engine.verification.CaseRunner;
import org.denba.engine.verification.ClinicalCase;
import org.denba.fhir.ServiceTest;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.workbench.simulator.CaseLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What can be done with a case besides answering its questions. */
class SimulatorTest extends ServiceTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final String MOTHER =
      "date=2026-11-22&protocol=postnatal-mother&age=25&unit=years&delivery=2026-11-20"
          + "&f.headache-severe=yes";
  private static final String NEWBORN = "age=2&unit=days&f.convulsions-this-illness=yes";

  @Autowired private ActiveRules active;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date=2026-11-22&protocol=imci-child&age=18&estimated=yes&sex=female&f.cough=yes"
            + "&f.respiratory-rate=44&f.spo2=%21no-device&p.malaria.risk=low&f.wheeze=%3F",
        "date=2026-11-22&protocol=antenatal&pregnant=yes&lmp=2026-05-01&f.sbp1=165&f.dbp1=112",
        "date=2026-11-22&protocol=imci-child&birth=2025-05-01&visit=follow-up&earlier=COU-3",
        MOTHER,
        MOTHER + "&c.age=2&c.unit=days&c.f.convulsions-this-illness=yes&c.f.cough=no"
      })
  void aCaseFileIsReadHoldsAsItWasSavedAndOpensAgain(String query) {
    HttpResponse<String> file = get("/simulator/case.yaml?" + query);

    assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment")
        .contains(".yaml");
    TriageEngine engine = active.required().engine();
    List<ClinicalCase> cases = read(engine, file.body());
    assertThat(cases).hasSize(1);
    assertThat(CaseRunner.run(engine, cases.get(0)).failures()).isEmpty();
    String again =
        new CaseLinks(engine.dictionary(), LocalDate.MIN, "en").of(cases.get(0).request(), "");
    assertThat(answers(page(again))).isEqualTo(answers(page("/simulator?" + query)));
  }

  /** What the page says of each patient, and what was answered. */
  private static List<String> answers(String page) {
    return Pattern.compile(
            "data-urgency=\"[^\"]+\"|id=\"row-[^\"]+\"|id=\"second\"|[?&;](c\\.)?f\\.[^&]+")
        .matcher(page)
        .results()
        .map(found -> found.group().replaceAll("^[?&;]", ""))
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void thereIsNoFileOfACaseThatCannotBeAnswered() {
    for (String query : List.of("", "age=18&f.cogh=yes", "age=400")) {
      assertThat(get("/simulator/case.yaml?" + query).statusCode()).as(query).isEqualTo(422);
    }
  }

  @Test
  void aMotherAndHerNewbornAreAnsweredTogetherAndEitherCanBeAskedAbout() {
    String both = MOTHER + "&" + NEWBORN.replaceAll("(^|&)", "$1c.");
    String mother = page("/simulator?" + both);

    assertThat(mother).contains("id=\"second\"");
    String other = link(mother, "show-second");
    assertThat(other).contains("f.convulsions-this-illness=yes").contains("c.delivery=2026-11-20");
    String newborn = page(other);
    assertThat(urgency(newborn)).isEqualTo("refer-urgent");
    assertThat(link(newborn, "show-second")).contains("delivery=2026-11-20").contains("c.age=2");
    assertThat(page(link(mother, "remove-second"))).doesNotContain("id=\"second\"");
  }

  @Test
  void theFormKeepsTheSecondPatient() {
    HttpResponse<String> sent =
        post(
            "/simulator",
            "application/x-www-form-urlencoded",
            MOTHER + "&c.age=2&c.unit=days&language=en");

    assertThat(sent.headers().firstValue("Location").orElseThrow()).contains("c.age=2&c.unit=days");
    assertThat(page(sent.headers().firstValue("Location").orElseThrow()))
        .contains("<input type=\"hidden\" name=\"c.age\" value=\"2\">");
  }

  @Test
  void theSecondPatientBeginsBlank() {
    String blank = page(link(page("/simulator?" + MOTHER), "add-second"));

    assertThat(blank).contains("id=\"second\"").doesNotContain("id=\"errors\"", "id=\"result\"");
  }

  private String page(String path) {
    HttpResponse<String> page = get(path + (path.contains("language=") ? "" : "&language=en"));
    assertThat(page.statusCode()).as(path).isEqualTo(200);
    return page.body();
  }

  private static String link(String page, String id) {
    return found(page, "id=\"" + id + "\" href=\"([^\"]+)\"").replace("&amp;", "&");
  }

  private static String urgency(String page) {
    return found(page, "id=\"urgency\" data-urgency=\"([^\"]+)\"");
  }

  private static String found(String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  /** The cases of a file that lies with those of its protocol. */
  private static List<ClinicalCase> read(TriageEngine engine, String text) {
    String protocol = found(text, "protocol: (\\S+)");
    RuleFiles rules = engine.files();
    RuleFiles with =
        path ->
            path.equals(protocol + "/cases/mine.yaml")
                ? Optional.of(text)
                : rules
                    .find(path)
                    .map(
                        was ->
                            path.equals(protocol + "/protocol.yaml")
                                ? was.replaceFirst("cases:\n(  - .*\n)+", "cases: [mine]\n")
                                : was);
    return CaseFiles.read(engine, with, protocol, DAY);
  }
}
