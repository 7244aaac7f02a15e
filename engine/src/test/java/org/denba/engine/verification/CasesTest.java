package org.denba.engine.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every clinical case that is shipped gets the answer that the clinical reference wants. */
class CasesTest {

  @TestFactory
  Stream<DynamicTest> answers() {
    return BuiltInCases.CASES.stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.id() + " - " + each.title(),
                    () ->
                        assertThat(CaseRunner.run(BuiltInCases.ENGINE, each).failures())
                            .isEmpty()));
  }

  @Test
  void runsEveryCaseOfAProtocol() {
    assertThat(
            CaseRunner.run(
                BuiltInCases.ENGINE, BuiltInCases.FILES, BuiltInCases.PROTOCOL, BuiltInCases.DAY))
        .hasSameSizeAs(BuiltInCases.CASES);
  }

  @Test
  void theEngineIsReady() {
    assertThat(BuiltInCases.ENGINE.canaries()).isEmpty();
    assertThat(BuiltInCases.ENGINE.ready()).isTrue();
  }

  @Test
  void canariesAreFewAndOfEveryUrgency() {
    var canaries = BuiltInCases.CASES.stream().filter(ClinicalCase::canary).toList();
    assertThat(canaries).hasSizeBetween(10, 20);
    assertThat(
            canaries.stream()
                .map(
                    each ->
                        CaseRunner.run(BuiltInCases.ENGINE, each)
                            .answer()
                            .result()
                            .urgency()
                            .code()))
        .contains("refer-urgent", "treat-here", "home-care", "undetermined");
  }
}
