package org.denba.engine.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.engine.dosing.BuiltInDoses.dose;

import org.junit.jupiter.api.Test;

/** A dose in the words of another language. */
class DoseLanguageTest {

  @Test
  void french() {
    Dose dose = dose("TX-AMPI-GENTA-IM", "gentamicin", Child.weighing(11.2).in("fr"));
    assertThat(dose.medication()).isEqualTo("gentamicin");
    assertThat(dose.medicationName()).isEqualTo("gentamicine");
    assertThat(dose.basis()).isEqualTo("poids 11,2 kg");
    assertThat(dose.form()).isEqualTo("2,1 mL de gentamicine à 40 mg/mL");
    assertThat(dose.route()).isEqualTo("intramuscular");
    assertThat(dose.routeText()).isEqualTo("intramusculaire (IM)");
    assertThat(dose("TX-PARACETAMOL", Child.aged(40).in("fr")).form())
        .isEqualTo("1½ comprimé de 100 mg");
    assertThat(dose("TX-PARACETAMOL", Child.aged(40)).form()).isEqualTo("1½ tablets of 100 mg");
    assertThat(dose("TX-PARACETAMOL", Child.aged(40).in("fr")).basis())
        .isEqualTo("âge de 36 à moins de 60 mois");
  }
}
