package org.denba.fhir.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.denba.engine.impact.Move;
import org.denba.engine.impact.MoveKind;
import org.denba.engine.impact.SpaceChange;
import org.denba.engine.impact.SpaceMove;
import org.denba.engine.impact.UrgencyFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an edit changes is said in words, and drawn so that a phone shows it. */
class ImpactWordsTest {

  @ParameterizedTest
  @EnumSource(MoveKind.class)
  void everyKindOfChangeHasWordsInBothLanguages(MoveKind kind) {
    Move move = new Move(kind, "p", "", "", "", "");

    String english = ImpactWords.of("en").sentence(move);
    String french = ImpactWords.of("fr").sentence(move);

    // a code without words stands for itself; a code of one word may be the word
    assertThat(english).isNotBlank();
    if (kind.code().contains("-")) {
      assertThat(english).isNotEqualTo(kind.code());
    }
    assertThat(french).isNotIn(english, kind.code()).isNotBlank();
  }

  @Test
  void aChangeIsSaidByNameThenByIdAndADoseAsPeopleReadIt() {
    Move move =
        new Move(MoveKind.DOSE_GROWS, "p", "TX-1", "Une gélule", "x 2 {puff} × 2/d × 5 d", "-");

    assertThat(ImpactWords.of("fr").sentence(move))
        .contains("Une gélule (TX-1) : x 2 puff × 2/j × 5 j → rien");
  }

  @Test
  void whatMovesAmongTheInputsIsSaidWithoutCodes() {
    SpaceMove move =
        new SpaceMove(
            "ROW-1 pink refer-urgent",
            "open (could be refer-urgent)",
            2,
            Map.of("sign", "yes"),
            true);
    SpaceChange change =
        new SpaceChange("p", "chart", "A", 4, SpaceChange.Extent.EVERYTHING, List.of(move));

    assertThat(ImpactWords.of("fr").sentence(move))
        .contains("ROW-1, référer d’urgence (rose)", "ouvert (pourrait être")
        .doesNotContain("could", "refer-urgent");
    assertThat(ImpactWords.of("fr").sentence(change)).startsWith("p, chart : 2 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void theNarrowPictureKeepsItsWordsInsideAndNoneOverAnother(String language) {
    ImpactWords words = ImpactWords.of(language);
    List<UrgencyFlow> flows =
        List.of(
            new UrgencyFlow("refer-urgent", "refer-urgent", 900),
            new UrgencyFlow("treat-here", "home-care", 3),
            new UrgencyFlow("treat-here", "undetermined", 9_000));

    FlowPicture narrow = FlowPicture.narrow(flows, words);

    for (FlowPicture.Bar bar : narrow.bars()) {
      for (FlowPicture.Line line : bar.lines()) {
        assertThat(line.x()).isBetween(0, narrow.width());
        assertThat(Double.parseDouble(line.y())).isBetween(12.0, (double) narrow.height());
        // words of the other side begin where these end: each has half of the width
        assertThat(line.text().length()).as(line.text()).isLessThanOrEqualTo(22);
        assertThat(Double.parseDouble(line.y())).isLessThan(Double.parseDouble(bar.y()));
      }
    }
  }
}
