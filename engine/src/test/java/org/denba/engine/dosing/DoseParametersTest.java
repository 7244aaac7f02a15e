package org.denba.engine.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.denba.engine.dosing.BuiltInDoses.BOOK;
import static org.denba.engine.dosing.BuiltInDoses.ask;
import static org.denba.engine.dosing.BuiltInDoses.dose;

import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the parameters of the site and the treatment decide: which medicine, or none. */
class DoseParametersTest {

  @Test
  @DisplayName("a policy without a table is blocked and named, never replaced by another")
  void noTable() {
    DoseAnswer answer = ask("TX-ACT", Child.weighing(11).with("malaria.first-line", "DHA-PPQ"));
    assertThat(answer.doses()).isEmpty();
    assertThat(answer.blocked()).isTrue();
    assertThat(answer.blockedReason()).contains("malaria.first-line = DHA-PPQ");
  }

  @Test
  void onlyTheChosenMedicineIsShown() {
    assertThat(dose("TX-ACT", Child.weighing(11)).medication())
        .isEqualTo("artemether-lumefantrine");
    assertThat(
            dose("TX-CHOLERA", Child.weighing(11).with("cholera.antibiotic", "doxycycline"))
                .medication())
        .isEqualTo("doxycycline");
  }

  @Test
  void aBlockedStrengthSaysWhatToDo() {
    assertThat(ask("TX-ARTESUNATE-PR", Child.weighing(4.9)).blockedReason())
        .isEqualTo(
            "Under 5 kg no rectal capsule of 100 mg: one of 50 mg, or injectable artesunate, or"
                + " refer without it.");
  }

  @Test
  void parametersUsed() {
    assertThat(BOOK.parametersUsed("TX-ACT"))
        .containsExactlyInAnyOrder(
            "malaria.first-line", "al.lt5kg", "al.bands", "al.repeat-if-vomit-min");
    assertThat(BOOK.parametersUsed("TX-ARTESUNATE-IM"))
        .containsExactly("malaria.artesunate-lt20kg-mgkg");
    assertThat(BOOK.parametersUsed("TX-ARTESUNATE-PR"))
        .containsExactlyInAnyOrder("ras.strength", "ras.min-age-months");
    assertThat(BOOK.parametersUsed("TX-AMOX")).isEmpty();
    assertThat(BOOK.parametersUsed("TX-AMOX-CHW")).containsExactly("iccm.amox-3-5y-tabs");
    assertThat(BOOK.parametersUsed("YI-AMPI")).containsExactly("yi.ci-days");
    assertThat(BOOK.parametersUsed("YI-GENTA"))
        .containsExactlyInAnyOrder("yi.genta-mg-per-ml", "yi.genta-days");
    BuiltInDoses.WOMAN.forEach(
        treatment -> assertThat(BOOK.parametersUsed(treatment)).as(treatment).isEmpty());
    BuiltInDoses.TREATMENTS.forEach(
        treatment ->
            assertThat(Child.DEFAULTS.keySet()).containsAll(BOOK.parametersUsed(treatment)));
  }

  @Test
  void aParameterWithoutAValueIsAnError() {
    Child child = new Child(OptionalDouble.of(9), Child.aged(9).ageMonths(), Map.of(), "en", false);
    assertThatThrownBy(() -> ask("TX-ARTESUNATE-IM", child))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("malaria.artesunate-lt20kg-mgkg");
    assertThatThrownBy(
            () ->
                ask(
                    "TX-ARTESUNATE-IM",
                    Child.weighing(9).with("malaria.artesunate-lt20kg-mgkg", "high")))
        .hasMessageContaining("needs a number");
  }

  @Test
  void treatmentsWithoutATable() {
    assertThat(BOOK.has("TX-AMOX")).isTrue();
    assertThat(BOOK.has("TX-SOOTHE")).isFalse();
    assertThatThrownBy(() -> ask("TX-SOOTHE", Child.weighing(9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TX-SOOTHE");
  }
}
