package org.denba.engine.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.engine.dosing.BuiltInDoses.WEIGH;
import static org.denba.engine.dosing.BuiltInDoses.ask;
import static org.denba.engine.dosing.BuiltInDoses.dose;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the age decides where the weight is not known, and when it is too vague to decide. */
class DoseByAgeTest {

  @Test
  @DisplayName("weight not known: the band of the age, and the child is to be weighed")
  void ageWhenWeightIsNotKnown() {
    DoseAnswer answer = ask("TX-AMOX", Child.aged(13));
    assertThat(answer.doses().get(0).basis()).isEqualTo("age 12 up to 36 months");
    assertThat(answer.doses().get(0).arithmetic()).isNull();
    assertThat(answer.notes()).containsExactly(WEIGH);
  }

  @Test
  void aTableByAgeDoesNotAskForTheWeight() {
    DoseAnswer answer = ask("TX-ZINC", Child.aged(13));
    assertThat(answer.doses()).hasSize(1);
    assertThat(answer.notes()).isEmpty();
    assertThat(ask("TX-ZINC", Child.weighing(9).months(13))).isEqualTo(answer);
  }

  @Test
  @DisplayName("an age that spans two bands is never guessed: the weight is asked for")
  void twoBands() {
    DoseAnswer answer = ask("TX-AMOX", Child.aged(11, 12));
    assertThat(answer.doses()).isEmpty();
    assertThat(answer.missing()).containsExactly("weight");
  }

  @Test
  void twoBandsOfATableByAgeAskForTheAge() {
    assertThat(ask("TX-ZINC", Child.aged(5, 6)).missing()).containsExactly("age-months");
    assertThat(ask("PLAN-C", Child.weighing(9).months(11, 12)).missing())
        .containsExactly("age-months");
  }

  @Test
  @DisplayName("bands that give the same are one band")
  void twoBandsWithTheSameDose() {
    DoseAnswer answer = ask("TX-ZINC", Child.aged(7, 50));
    assertThat(answer.doses().get(0).basis()).isEqualTo("age 6 up to 60 months");
    DoseAnswer rectal = ask("TX-ARTESUNATE-PR", Child.aged(3, 30));
    assertThat(rectal.doses().get(0).form()).isEqualTo("1 rectal capsule of 100 mg");
    DoseBook book =
        DoseBook.load(
            TestFiles.builtIn()
                .change("doses/TX-IRON.csv", "iron,age mo,4,12,25,", "iron,age mo,4,12,20,"),
            List.of("TX-IRON"),
            BuiltInDoses.LANGUAGES);
    DoseAnswer iron = book.dose("TX-IRON", Child.aged(3, 5), Course.AS_IN_TABLE);
    assertThat(iron.doses().get(0).basis()).isEqualTo("age 2 up to 12 months");
  }

  @Test
  void anAgeThatMayLieOutsideTheTableGivesNoDose() {
    assertThat(ask("TX-AMOX", Child.aged(1, 3)).doses()).isEmpty();
    assertThat(ask("TX-AMOX", Child.aged(1, 3)).missing()).containsExactly("weight");
    assertThat(ask("TX-AMOX", Child.aged(60)).notes())
        .contains("The age is outside the dose table: no dose is shown.");
  }

  @Test
  @DisplayName("an age that may be too young withholds the dose even when the weight is known")
  void perhapsTooYoung() {
    DoseAnswer answer = ask("TX-DIAZEPAM-PR", Child.weighing(5).months(1, 3));
    assertThat(answer.doses()).isEmpty();
    assertThat(answer.missing()).containsExactly("age-months");
    assertThat(ask("TX-DIAZEPAM-PR", Child.weighing(5).ageNotKnown()).doses()).isEmpty();
    assertThat(ask("TX-DIAZEPAM-PR", Child.weighing(5).months(1)).blockedReason())
        .startsWith("No diazepam under 2 months here");
  }

  @Test
  @DisplayName("the first week is told in days, and an age that spans its end gives no dose")
  void daysOfAge() {
    Dose dose = dose("YI-GENTA", Child.newborn(3, 6));
    assertThat(dose.basis()).isEqualTo("weight 3 kg, age 0 up to 7 days");
    assertThat(dose.arithmetic())
        .isEqualTo("3 kg × 5 mg/kg = 15 mg = 0.375 mL of 40 mg/mL, rounded to 0.4 mL (16 mg)");
    assertThat(dose("YI-GENTA", Child.newborn(3, 7).in("fr")).basis())
        .isEqualTo("poids 3 kg, âge de 7 à moins de 62 jours");
    Child thisMonth = Child.weighing(3).months(0, 0.99);
    assertThat(ask("YI-GENTA", thisMonth).doses()).isEmpty();
    assertThat(ask("YI-GENTA", thisMonth).missing()).containsExactly("age-days");
    assertThat(ask("YI-GENTA", Child.newborn(3, 6).ageNotKnown()).missing())
        .containsExactly("age-days");
    assertThat(dose("YI-AMPI", Child.newborn(3, 6).ageNotKnown()).amount()).isEqualTo(150);
  }

  @Test
  @DisplayName("chlorhexidine only in the first seven days of life")
  void chlorhexidine() {
    assertThat(dose("YI-CHX", Child.aged(9).days(6)).days()).isEqualTo(7);
    assertThat(ask("YI-CHX", Child.aged(9).days(7)).blocked()).isTrue();
    assertThat(ask("YI-CHX", Child.aged(0, 0.5)).missing()).containsExactly("age-days");
  }

  @Test
  void neitherAgeNorWeight() {
    Child unknown = Child.aged(9).ageNotKnown();
    assertThat(ask("TX-AMOX", unknown).missing()).containsExactly("weight");
    assertThat(ask("TX-VITA-THERAPEUTIC", unknown).missing()).containsExactly("age-months");
    assertThat(ask("TX-SALBUTAMOL", unknown).doses()).hasSize(1);
    assertThat(ask("TX-AMOX", Child.weighing(9).ageNotKnown()).doses()).hasSize(1);
  }
}
