package org.denba.engine.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.denba.engine.dosing.BuiltInDoses.BOOK;
import static org.denba.engine.dosing.BuiltInDoses.dose;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How often and how many days: first doses, courses, the schedules of the reference. */
class DoseCourseTest {

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
    assertThat(BOOK.dose("TX-OXYGEN", Child.weighing(11), Course.FIRST_DOSE).doses().get(0).doses())
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
    assertSchedule(dose("TX-AMPI-GENTA-IM", "ampicillin", Child.weighing(11)), null, 6, null, null);
    assertSchedule(dose("TX-AMPI-GENTA-IM", "gentamicin", Child.weighing(11)), 1, null, null, null);
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
