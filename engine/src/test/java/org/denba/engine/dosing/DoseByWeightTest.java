package org.denba.engine.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.denba.engine.dosing.BuiltInDoses.WEIGH;
import static org.denba.engine.dosing.BuiltInDoses.ask;
import static org.denba.engine.dosing.BuiltInDoses.dose;

import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the weight decides: bands, volumes, and the calculation that can be checked by hand. */
class DoseByWeightTest {

  @Test
  @DisplayName(
      "a known weight decides, whatever the age, and the calculation can be checked by hand")
  void weightDecides() {
    Dose dose = dose("TX-AMPI-GENTA-IM", "ampicillin", Child.weighing(11.2).months(3));
    assertThat(dose.basis()).isEqualTo("weight 11.2 kg");
    assertThat(dose.arithmetic()).isEqualTo("11.2 kg × 50 mg/kg = 560 mg = 2.8 mL of 200 mg/mL");
    assertThat(dose.volume()).isEqualTo(2.8);
  }

  @Test
  void aRoundedVolumeSaysSo() {
    assertThat(dose("TX-ARTESUNATE-IM", Child.weighing(5)).arithmetic())
        .isEqualTo("5 kg × 3 mg/kg = 15 mg = 0.75 mL of 20 mg/mL, rounded to 0.8 mL (16 mg)");
  }

  @Test
  void aCappedDoseSaysSo() {
    assertThat(dose("TX-AMPI-GENTA-IM", "gentamicin", Child.weighing(20)).arithmetic())
        .isEqualTo("20 kg × 7.5 mg/kg = 150 mg, not more than 140 mg = 3.5 mL of 40 mg/mL");
  }

  @Test
  void aTabletBandSaysWhatItComesTo() {
    Dose dose = dose("TX-AMOX", Child.weighing(11.2));
    assertThat(dose.form()).isEqualTo("2 tablets of 250 mg");
    assertThat(dose.arithmetic()).isEqualTo("500 mg for 11.2 kg = 44.6 mg/kg");
    assertThat(dose.note()).isEqualTo("Or 10 mL of syrup 250 mg/5 mL.");
  }

  @Test
  @DisplayName("outside every band: no dose, and the note names the weight")
  void outside() {
    DoseAnswer answer = ask("TX-CIPRO", Child.weighing(22.5));
    assertThat(answer.doses()).isEmpty();
    assertThat(answer.missing()).isEmpty();
    assertThat(answer.notes())
        .singleElement()
        .asString()
        .contains("22.5 kg is outside the dose table");
  }

  @Test
  void oedemaIsNoted() {
    assertThat(ask("TX-AMOX", Child.weighing(8).withOedema()).notes())
        .containsExactly(
            "The weight includes water of the oedema: the dose for the true weight may be"
                + " smaller.");
    assertThat(ask("TX-AMOX", Child.aged(8).withOedema()).notes()).containsExactly(WEIGH);
    assertThat(ask("TX-ZINC", Child.weighing(8).withOedema()).notes()).isEmpty();
  }

  @Test
  void aWeightThatIsNoWeightIsRefused() {
    for (double weight : new double[] {0, -1, Double.NaN}) {
      Child child =
          new Child(
              OptionalDouble.of(weight), Child.aged(9).ageMonths(), Child.DEFAULTS, "en", false);
      assertThatThrownBy(() -> ask("TX-AMOX", child))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("not a weight");
    }
  }
}
