package org.denba.fhir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.TriageResult;
import org.junit.jupiter.api.Test;

class LabelsTest {

  @Test
  void everyLanguageHasTheSameWords() {
    assertThat(Labels.of("fr").all().keySet()).isEqualTo(Labels.of("en").all().keySet());
    assertThat(Labels.of("fr").all().values()).doesNotContain("");
  }

  @Test
  void everyCodeHasAWord() {
    for (Urgency urgency : Urgency.values()) {
      assertThat(Labels.of("en").all()).containsKey("urgency." + urgency.code());
    }
    for (Colour colour : Colour.values()) {
      assertThat(Labels.of("en").all()).containsKey("colour." + colour.code());
    }
    for (TriageResult.Status status : TriageResult.Status.values()) {
      assertThat(Labels.of("en").all()).containsKey("status." + status.code());
    }
  }

  @Test
  void aLanguageWithoutWordsIsShownInEnglish() {
    assertThat(Labels.of("bm").get("warnings")).isEqualTo("Warnings");
  }
}
