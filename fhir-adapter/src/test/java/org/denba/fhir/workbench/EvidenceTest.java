package org.denba.fhir.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.denba.fhir.ServiceTest;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.workbench.coverage.Coverage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What holds the rules, with a country's rules over them, as a reader is shown it. */
@TestPropertySource(properties = "denba.overlay=mali")
class EvidenceTest extends ServiceTest {

  private static final String PROTOCOL = "imci-child";
  private static final String CASE = "COU-3.rr-40-at-12-months";

  @Autowired private ActiveRules active;
  @Autowired private RulesViews views;

  @BeforeEach
  void theCasesWereRun() {
    assertThat(views.of(active.required()).clinicalCase(PROTOCOL, CASE)).isPresent();
  }

  @Test
  void everyRowAndNumberOfTheShippedRulesIsHeldByCases() {
    Coverage coverage = coverage();

    assertThat(coverage.problem()).isNull();
    assertThat(coverage.failing()).isEmpty();
    active
        .required()
        .engine()
        .protocol(PROTOCOL, "en")
        .orElseThrow()
        .charts()
        .forEach(
            chart ->
                chart
                    .rows()
                    .forEach(
                        row -> assertThat(coverage.of(row.rule())).as(row.rule()).isNotEmpty()));
    assertThat(coverage.bounds()).hasSizeGreaterThan(50);
    assertThat(coverage.bounds().stream().filter(each -> each.held()).count())
        .isGreaterThanOrEqualTo(coverage.bounds().size() - 2);
  }

  @Test
  void theCasesOfTheCountryAreAmongThem() {
    assertThat(coverage().cases().values())
        .anyMatch(each -> each.file().startsWith("overlays/mali/"));
  }

  @Test
  void theMapLeadsFromARowToItsCasesOnEachSide() {
    String map = page("/evidence/" + PROTOCOL);
    assertThat(map).contains("href=\"/cases/imci-child/COU-3?language=en\"");
    assertThat(map).doesNotContain("hx-get");

    String cases = page("/cases/imci-child/COU-3");
    assertThat(cases).contains("id=\"wins\"", "id=\"open\"", "id=\"ruled-out\"");
    assertThat(cases.substring(cases.indexOf("id=\"wins\""), cases.indexOf("id=\"open\"")))
        .contains("/case/imci-child/" + CASE);
  }

  @Test
  void aNumberIsShownWithTheCasesThatHoldIt() {
    assertThat(page("/evidence/imci-child/cough-or-difficult-breathing"))
        .contains("40/min or more", "/case/imci-child/" + CASE);
  }

  @Test
  void scoresAndProofsAreThoseOfTheseRulesOrSaidToBeOfOthers() {
    // which of them, RecordedJudgementsTest tells
    assertThat(page("/evidence/" + PROTOCOL)).containsPattern("\\d%|not measured on this version");
  }

  private Coverage coverage() {
    return views.of(active.required()).coverage(PROTOCOL);
  }

  private String page(String path) {
    HttpResponse<String> page = get(path + "?language=en");
    assertThat(page.statusCode()).as(path).isEqualTo(200);
    return page.body();
  }
}
