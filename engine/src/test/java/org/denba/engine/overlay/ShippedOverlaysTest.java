package org.denba.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.denba.engine.TriageEngine;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.verification.CaseRunner;
import org.denba.engine.verification.ClinicalCase;
import org.denba.engine.verification.OverlayCases;
import org.denba.engine.verification.SelfTest;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every overlay that is shipped loads over the rules that are shipped, and its cases pass. */
class ShippedOverlaysTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final RuleFiles FILES = ClassPathRuleFiles.builtIn();

  @Test
  void maliIsShipped() {
    assertThat(OverlayFiles.ids(FILES)).contains("mali");
  }

  @TestFactory
  Stream<DynamicNode> eachLoadsAndItsCasesPass() {
    return OverlayFiles.ids(FILES).stream()
        .map(
            id -> {
              TriageEngine engine =
                  TriageEngine.load(FILES, EngineOptions.defaults(() -> DAY).with(id, null));
              List<ClinicalCase> cases = OverlayCases.read(engine, FILES, id, DAY);
              return DynamicContainer.dynamicContainer(
                  id,
                  Stream.concat(
                      Stream.of(
                          DynamicTest.dynamicTest(
                              "is ready",
                              () -> {
                                assertThat(cases).anyMatch(ClinicalCase::canary);
                                assertThat(SelfTest.of(engine).canaries()).isEmpty();
                              })),
                      cases.stream().map(each -> test(engine, each))));
            });
  }

  private static DynamicTest test(TriageEngine engine, ClinicalCase each) {
    return DynamicTest.dynamicTest(
        each.id() + " - " + each.title(),
        () -> assertThat(CaseRunner.run(engine, each).failures()).isEmpty());
  }

  @Test
  void everyDistrictOfMaliHasAMalariaRiskInEveryMonth() {
    DistrictTable districts = Overlay.read(FILES, "mali").districts();
    assertThat(districts.lines().stream().map(DistrictTable.Line::district).distinct()).hasSize(75);
    for (DistrictTable.Line line : districts.lines()) {
      for (int month = 1; month <= 12; month++) {
        assertThat(districts.values(line.district(), month))
            .as("%s in month %s", line.district(), month)
            .containsKey("malaria.risk")
            .doesNotContainEntry("malaria.risk", "none");
      }
    }
  }
}
