package org.denba.engine.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every clinical case that is shipped gets the answer that the clinical reference wants. */
@ParameterizedClass
@MethodSource("org.denba.engine.verification.BuiltInCases#protocols")
class CasesTest {

  @Parameter BuiltInCases builtIn;

  @TestFactory
  Stream<DynamicTest> answers() {
    return builtIn.cases().stream()
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
            CaseRunner.run(BuiltInCases.ENGINE, BuiltInCases.FILES, builtIn.id(), BuiltInCases.DAY))
        .hasSameSizeAs(builtIn.cases());
  }

  @Test
  void theEngineIsReady() {
    assertThat(SelfTest.of(BuiltInCases.ENGINE).canaries()).isEmpty();
    assertThat(SelfTest.of(BuiltInCases.ENGINE).ready()).isTrue();
  }

  @Test
  void canariesAreFewAndAmongThemTheMostSevereAndTheUnknown() {
    var canaries = builtIn.cases().stream().filter(ClinicalCase::canary).toList();
    assertThat(canaries).hasSizeBetween(5, 20);
    assertThat(
            canaries.stream()
                .map(
                    each ->
                        CaseRunner.run(BuiltInCases.ENGINE, each)
                            .answer()
                            .result()
                            .urgency()
                            .code()))
        .contains("refer-urgent", "undetermined");
  }
}
