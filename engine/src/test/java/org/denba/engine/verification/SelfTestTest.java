package org.denba.engine.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.denba.engine.TriageEngine;
import org.denba.engine.triage.EngineOptions;
import org.junit.jupiter.api.Test;

/** Rules that fail their canaries are not ready; a case that is being written stops nothing. */
class SelfTestTest {

  @Test
  void anEngineWithAFailingCanaryIsNotReady() {
    String canary = WrittenCases.one("canary: yes", "{ proved: [GDS-1] }");
    TriageEngine engine = TriageEngine.load(WrittenCases.files(canary), BuiltInCases.OPTIONS);
    assertThat(SelfTest.of(engine).ready()).isFalse();
    assertThat(SelfTest.of(engine).canaries())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.file()).isEqualTo(WrittenCases.PLACE);
              assertThat(failure.caseId()).isEqualTo("MINE.1");
              assertThat(failure.lines())
                  .singleElement()
                  .asString()
                  .contains("expected proved GDS-1");
            });
  }

  @Test
  void anEngineWhoseCasesCannotBeReadIsNotReady() {
    TriageEngine engine =
        TriageEngine.load(WrittenCases.files("cases: [ # canary: yes"), BuiltInCases.OPTIONS);
    assertThat(SelfTest.of(engine).ready()).isFalse();
    assertThat(SelfTest.of(engine).canaries())
        .singleElement()
        .satisfies(failure -> assertThat(failure.lines().get(0)).contains("is not YAML"));
  }

  @Test
  void aCaseThatIsStillBeingWrittenStopsNoService() {
    TriageEngine engine = TriageEngine.load(WrittenCases.files("cases: ["), BuiltInCases.OPTIONS);
    assertThat(SelfTest.of(engine).ready()).isTrue();
  }

  @Test
  void whatASiteChangesOrLocksDoesNotTouchTheCanaries() {
    EngineOptions site =
        new EngineOptions(
            () -> BuiltInCases.DAY,
            1,
            Map.of("malaria.risk", "none", "imci.amox-fast-breathing-days", 3),
            Set.of("malaria.risk"));
    assertThat(SelfTest.of(TriageEngine.load(BuiltInCases.FILES, site)).canaries()).isEmpty();
  }
}
