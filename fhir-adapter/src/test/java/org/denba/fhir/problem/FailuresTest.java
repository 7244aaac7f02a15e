package org.denba.fhir.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FailuresTest {

  @Test
  void aFaultIsLoggedWithItsPlaceAndWithoutWhatAClientSent(CapturedOutput output) {
    Exception fault =
        new IllegalStateException(
            "Awa, 18 months", new IllegalArgumentException("Awa, HIV positive"));

    Problem problem = Failures.problem(fault);

    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.detail()).contains("reference").doesNotContain("Awa");
    assertThat(output.getAll())
        .contains("IllegalStateException", "caused by", "FailuresTest")
        .doesNotContain("Awa");
    String reference = problem.detail().substring(problem.detail().lastIndexOf(' ') + 1);
    assertThat(output.getAll()).contains(reference);
  }

  @Test
  void aBrokenConnectionIsNoFault(CapturedOutput output) {
    assertThat(Failures.problem(new IOException("Broken pipe")).status()).isEqualTo(400);
    assertThat(output.getAll()).isEmpty();
  }
}
