package org.denba.fhir.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.denba.fhir.DenbaApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A service whose overlay is not there does not start, and says which there are. */
class UnknownOverlayTest {

  @Test
  void theServiceDoesNotStart() {
    assertThatThrownBy(
            () ->
                new SpringApplicationBuilder(DenbaApplication.class)
                    .run("--server.port=0", "--denba.overlay=maly"))
        .rootCause()
        .isInstanceOf(UnknownOverlayException.class)
        .hasMessage(
            "denba.overlay: there is no overlay 'maly' in the built-in files (did you mean"
                + " 'mali'?)");
  }

  @Test
  void itSaysWhichThereAre() {
    FailureAnalysis analysis = analysis(new RulesSource(null));
    assertThat(analysis.getDescription()).contains("'maly'");
    assertThat(analysis.getAction()).isEqualTo("Choose one of: mali; or leave denba.overlay out.");
  }

  @Test
  void orThatThereAreNone() {
    FailureAnalysis analysis = analysis(new RulesSource(Path.of("target/no-such-rules")));
    assertThat(analysis.getAction())
        .isEqualTo("There are no overlays there: leave denba.overlay out.");
  }

  private static FailureAnalysis analysis(RulesSource source) {
    try {
      source.check("maly");
      throw new AssertionError("an unknown overlay was let through");
    } catch (UnknownOverlayException e) {
      return new UnknownOverlayAnalyzer().analyze(e);
    }
  }
}
