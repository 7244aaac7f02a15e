package org.denba.engine.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.denba.engine.dosing.BuiltInDoses.BOOK;
import static org.denba.engine.dosing.BuiltInDoses.ask;
import static org.denba.engine.dosing.BuiltInDoses.dose;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an answer says: basis, arithmetic, what is missing, first doses, days, languages. */
class DoseAnswerTest {

  private static final String WEIGH = "Weigh the patient: the dose goes by weight.";

  @Nested
  class Weight {

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

  @Nested
  class Age {

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

  @Nested
  class Courses {

    @Test
    @DisplayName("a first dose is one dose: no days, no times a day, no word of later doses")
    void firstDose() {
      Dose first = BOOK.dose("TX-ACT", Child.weighing(11), Course.FIRST_DOSE).doses().get(0);
      assertThat(first.doses()).isEqualTo(1);
      assertThat(first.days()).isNull();
      assertThat(first.timesPerDay()).isNull();
      assertThat(first.everyHours()).isNull();
      assertThat(first.note()).doesNotContain("Second dose").contains("vomits within 60 minutes");
    }

    @Test
    void firstDosesOfEveryMedicine() {
      for (String treatment : BuiltInDoses.TREATMENTS) {
        Child child = Child.weighing(11);
        for (Dose dose : BOOK.dose(treatment, child, Course.FIRST_DOSE).doses()) {
          assertThat(dose.timesPerDay()).as(treatment).isNull();
          assertThat(dose.everyHours()).as(treatment).isNull();
          assertThat(dose.days()).as(treatment).isNull();
          assertThat(dose.doses() == null || dose.doses() == 1).as(treatment).isTrue();
        }
      }
      assertThat(
              BOOK.dose("TX-OXYGEN", Child.weighing(11), Course.FIRST_DOSE).doses().get(0).doses())
          .isNull();
    }

    @Test
    void daysOfTheTable() {
      Dose dose = dose("TX-AMOX", Child.weighing(11));
      assertThat(dose.timesPerDay()).isEqualTo(2);
      assertThat(dose.days()).isEqualTo(5);
      assertThat(dose.doses()).isNull();
    }

    @Test
    @DisplayName("an action may ask for other days; a single dose has none to replace")
    void otherDays() {
      assertThat(BOOK.dose("TX-AMOX", Child.weighing(11), Course.ofDays(7)).doses().get(0).days())
          .isEqualTo(7);
      assertThat(BOOK.dose("TX-ZINC", Child.weighing(11), Course.ofDays(10)).doses().get(0).days())
          .isEqualTo(10);
      Dose vitaminA = BOOK.dose("TX-VITA-SUPP", Child.aged(13), Course.ofDays(5)).doses().get(0);
      assertThat(vitaminA.days()).isNull();
      assertThat(vitaminA.doses()).isEqualTo(1);
      Dose act = BOOK.dose("TX-ACT", Child.weighing(11), Course.ofDays(5)).doses().get(0);
      assertThat(act.doses()).as("6 doses belong to 3 days").isNull();
      assertThatThrownBy(() -> Course.ofDays(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void schedulesOfTheReference() {
      assertSchedule(
          dose("TX-AMPI-GENTA-IM", "ampicillin", Child.weighing(11)), null, 6, null, null);
      assertSchedule(
          dose("TX-AMPI-GENTA-IM", "gentamicin", Child.weighing(11)), 1, null, null, null);
      assertSchedule(dose("TX-CEFTRIAXONE", Child.weighing(11)), null, null, 1, null);
      assertSchedule(dose("TX-ARTESUNATE-IM", Child.weighing(11)), null, null, 1, null);
      assertSchedule(dose("TX-ARTESUNATE-PR", Child.weighing(11)), null, null, 1, null);
      assertSchedule(dose("TX-ACT", Child.weighing(11)), 2, null, 6, 3);
      assertSchedule(
          dose("TX-ACT", Child.weighing(11).with("malaria.first-line", "AS-AQ")), 1, null, null, 3);
      assertSchedule(dose("TX-CIPRO", Child.weighing(11)), 2, null, null, 3);
      assertSchedule(dose("TX-CHOLERA", Child.weighing(11)), null, null, 1, null);
      assertSchedule(
          dose("TX-CHOLERA", Child.weighing(11).with("cholera.antibiotic", "erythromycin")),
          4,
          null,
          null,
          3);
      assertSchedule(dose("TX-ZINC", Child.weighing(11)), 1, null, null, 14);
      assertSchedule(dose("TX-PARACETAMOL", Child.weighing(11)), null, 6, null, null);
      assertSchedule(dose("TX-VITA-THERAPEUTIC", Child.weighing(11)), 1, null, 2, 2);
      assertSchedule(dose("TX-DEWORM", Child.weighing(11)), null, null, 1, null);
      assertSchedule(dose("TX-IRON", Child.weighing(11)), 1, null, null, 14);
      assertSchedule(dose("TX-CTX-PROPHYLAXIS", Child.weighing(11)), 1, null, null, null);
      assertSchedule(dose("TX-SALBUTAMOL", Child.weighing(11)), 3, null, null, 5);
      assertSchedule(dose("TX-SALBUTAMOL-TRIAL", Child.weighing(11)), null, null, 3, null);
      assertSchedule(dose("TX-DIAZEPAM-PR", Child.weighing(11)), null, null, 1, null);
      assertSchedule(dose("TX-EYE-TETRACYCLINE", Child.weighing(11)), 4, null, null, 7);
      assertSchedule(dose("TX-MOUTH-GV", Child.weighing(11)), 2, null, null, null);
      assertSchedule(dose("TX-MOUTH-GV", Child.aged(1)), 4, null, null, 7);
      assertSchedule(dose("TX-EAR-QUINOLONE", Child.weighing(11)), 3, null, null, 14);
      assertSchedule(dose("TX-EAR-WICK", Child.weighing(11)), 3, null, null, null);
      assertSchedule(dose("TX-MULTIVIT", Child.weighing(11)), 1, null, null, 14);
      assertSchedule(dose("TX-AMOX-CHW", Child.weighing(11)), 2, null, null, 5);
    }

    @Test
    void schedulesOfYoungInfantsAndWomen() {
      Child baby = Child.newborn(3, 3);
      assertSchedule(dose("YI-AMPI", baby), 2, null, null, 7);
      assertSchedule(dose("YI-AMPI", baby.with("yi.ci-days", "10")), 2, null, null, 10);
      assertSchedule(dose("YI-GENTA", baby), 1, null, null, 7);
      assertSchedule(dose("YI-GENTA", baby.with("yi.genta-days", "2")), 1, null, null, 2);
      assertSchedule(dose("YI-AMOX-PSBI", baby), 2, null, null, 7);
      assertSchedule(dose("YI-AMOX-LOCAL", baby), 2, null, null, 5);
      assertSchedule(dose("YI-VITK", baby), null, null, 1, null);
      assertSchedule(dose("YI-CHX", baby), 1, null, null, 7);
      assertSchedule(dose("TX-EYE-NEWBORN", baby), null, null, 1, null);
      Child woman = Child.weighing(55).months(300);
      assertSchedule(dose("TX-DIAZEPAM-ADULT", woman), null, null, null, null);
      for (String medication : List.of("ampicillin", "gentamicin", "metronidazole")) {
        assertSchedule(dose("TX-ANC-ANTIBIO", medication, woman), null, null, 1, null);
      }
      assertSchedule(dose("TX-ART-ADULT", woman), null, null, 1, null);
      assertSchedule(dose("TX-AL-ADULT", woman), 2, null, 6, 3);
      assertSchedule(dose("TX-IPTP", woman), null, null, 1, null);
      assertSchedule(dose("TX-IFA", woman), 1, null, null, null);
      assertSchedule(dose("TX-IFA-TREAT", woman), 1, null, null, null);
      assertSchedule(dose("TX-DEWORM-PREG", woman), null, null, 1, null);
      assertSchedule(dose("TX-TD", woman), null, null, 1, null);
      assertSchedule(dose("TX-BPG", woman), null, null, null, null);
      assertSchedule(dose("TX-OXYTOCIN", woman), null, null, null, null);
      assertSchedule(dose("TX-OXYTOCIN-PREV", woman), null, null, 1, null);
      assertSchedule(dose("TX-MISO-PPH", woman), null, null, 1, null);
      assertSchedule(dose("TX-MISO-PREV", woman), null, null, 1, null);
      assertSchedule(dose("TX-TXA", woman), null, null, null, null);
      assertSchedule(dose("TX-MASTITIS-ADULT", woman), 4, null, null, 10);
      assertSchedule(dose("TX-AMOX-UTI-ADULT", woman), 3, null, null, 7);
      assertSchedule(dose("TX-PARACETAMOL-ADULT", woman), null, 6, null, null);
    }

    private void assertSchedule(
        Dose dose, Integer times, Integer hours, Integer doses, Integer days) {
      assertThat(dose.timesPerDay()).as(dose.toString()).isEqualTo(times);
      assertThat(dose.everyHours()).as(dose.toString()).isEqualTo(hours);
      assertThat(dose.doses()).as(dose.toString()).isEqualTo(doses);
      assertThat(dose.days()).as(dose.toString()).isEqualTo(days);
    }
  }

  @Nested
  class Parameters {

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
      Child child =
          new Child(OptionalDouble.of(9), Child.aged(9).ageMonths(), Map.of(), "en", false);
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
  }

  @Test
  void treatmentsWithoutATable() {
    assertThat(BOOK.has("TX-AMOX")).isTrue();
    assertThat(BOOK.has("TX-SOOTHE")).isFalse();
    assertThatThrownBy(() -> ask("TX-SOOTHE", Child.weighing(9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TX-SOOTHE");
  }

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
