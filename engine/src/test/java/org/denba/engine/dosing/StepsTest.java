package org.denba.engine.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.engine.dosing.BuiltInDoses.ask;
import static org.denba.engine.dosing.BuiltInDoses.dose;

import java.util.List;
import org.denba.engine.dosing.Dose.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fluids and doses in several parts, against the figures of dosing.md. */
class StepsTest {

  private static final List<String> STEPS =
      List.of(
          "PLAN-A",
          "PLAN-B",
          "PLAN-C",
          "TX-GLUCOSE",
          "TX-RESOMAL",
          "YI-GLUCOSE",
          "TX-MGSO4-LOAD",
          "TX-ANTIHTN");

  @ParameterizedTest
  @CsvSource({"2, 50, 100", "23, 50, 100", "24, 100, 200", "59, 100, 200"})
  void planA(int months, double low, double high) {
    assertRange(dose("PLAN-A", Child.aged(months)).steps().get(0), low, high, "mL");
  }

  @ParameterizedTest
  @CsvSource({"1.5, 113", "6, 450", "6.3, 473", "10, 750", "11.2, 840", "20, 1500", "35.99, 2699"})
  @DisplayName("plan B: 75 mL/kg over 4 hours")
  void planB(double weight, double millilitres) {
    Step first = dose("PLAN-B", Child.weighing(weight)).steps().get(0);
    assertThat(first.amount()).isEqualTo(millilitres);
    assertThat(first.unit()).isEqualTo("mL");
    assertThat(first.minutes()).isEqualTo(240);
    assertThat(first.text()).contains("over 4 h");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 200, 450",
    "3, 200, 450",
    "4, 450, 800",
    "11, 450, 800",
    "12, 800, 960",
    "23, 800, 960",
    "24, 960, 1600",
    "59, 960, 1600"
  })
  void planBByAge(int months, double low, double high) {
    Dose dose = dose("PLAN-B", Child.aged(months));
    assertRange(dose.steps().get(0), low, high, "mL");
    assertThat(dose.basis()).startsWith("age ");
  }

  @ParameterizedTest
  @CsvSource({"PLAN-A", "PLAN-B", "PLAN-C", "TX-MOUTH-GV"})
  @DisplayName("sixty months belong to the older children")
  void ageSixtyMonths(String treatment) {
    Child child = treatment.equals("PLAN-C") ? Child.weighing(15) : Child.aged(9);
    assertThat(ask(treatment, child.months(59)).doses()).hasSize(1);
    assertThat(ask(treatment, child.months(60)).doses()).isEmpty();
  }

  @Test
  void planBCleanWaterUnderSixMonths() {
    assertRange(dose("PLAN-B", Child.weighing(5)).steps().get(3), 100, 200, "mL");
  }

  @Test
  void planBOutsideTheWeights() {
    assertThat(ask("PLAN-B", Child.weighing(1.49)).doses()).isEmpty();
    assertThat(ask("PLAN-B", Child.weighing(36)).doses()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2, 60, 300", "11, 60, 300", "12, 30, 150", "59, 30, 150"})
  @DisplayName("plan C: 30 then 70 mL/kg, slower under 12 months")
  void planC(int months, int firstMinutes, int thenMinutes) {
    Dose dose = dose("PLAN-C", Child.weighing(8).months(months));
    Step first = dose.steps().get(0);
    Step then = dose.steps().get(1);
    assertThat(first.amount()).isEqualTo(240);
    assertThat(first.minutes()).isEqualTo(firstMinutes);
    assertThat(then.amount()).isEqualTo(560);
    assertThat(then.minutes()).isEqualTo(thenMinutes);
    assertThat(dose.steps().get(4).amount()).isEqualTo(40);
    assertThat(dose.steps().get(4).unit()).isEqualTo("mL/h");
    assertThat(dose.steps().get(5).amount()).isEqualTo(160);
    assertThat(dose.steps().get(5).minutes()).isEqualTo(360);
    assertThat(dose.steps().get(4).text()).contains(months < 12 ? "3 to 4 hours" : "1 to 2 hours");
    assertThat(dose.basis()).startsWith("weight 8 kg, age ");
    assertThat(first.arithmetic()).isEqualTo("8 kg × 30 mL/kg = 240 mL");
  }

  @Test
  void planCNeedsAWeightInItsRange() {
    assertThat(ask("PLAN-C", Child.aged(9)).missing()).containsExactly("weight");
    for (double weight : new double[] {1.49, 36, 100}) {
      assertThat(ask("PLAN-C", Child.weighing(weight)).blocked()).isTrue();
    }
    assertThat(ask("PLAN-C", Child.weighing(1.5)).doses()).hasSize(1);
    assertThat(ask("PLAN-C", Child.weighing(35.99)).doses()).hasSize(1);
  }

  @Test
  @DisplayName("sugar is given whether or not the child was weighed")
  void glucose() {
    List<Step> weighed = dose("TX-GLUCOSE", Child.weighing(8)).steps();
    assertRange(weighed.get(1), 30, 50, "mL");
    assertThat(weighed.get(2).amount()).isEqualTo(50);
    assertThat(weighed.get(3).amount()).isEqualTo(40);
    for (Child child :
        List.of(
            Child.aged(9), Child.weighing(100), Child.weighing(1.4), Child.aged(9).ageNotKnown())) {
      List<Step> steps = dose("TX-GLUCOSE", child).steps();
      assertThat(steps).hasSize(4);
      assertThat(steps.get(3).amount()).isNull();
      assertThat(steps.get(3).text()).contains("5 mL/kg");
    }
  }

  @Test
  void resomal() {
    List<Step> steps = dose("TX-RESOMAL", Child.weighing(6.4)).steps();
    assertThat(steps.get(0).amount()).isEqualTo(32);
    assertThat(steps.get(0).minutes()).isEqualTo(120);
    assertRange(steps.get(1), 32, 64, "mL/h");
    assertThat(ask("TX-RESOMAL", Child.aged(9)).missing()).containsExactly("weight");
    for (double weight : new double[] {1.49, 36}) {
      assertThat(ask("TX-RESOMAL", Child.weighing(weight)).doses()).isEmpty();
    }
    for (double weight : new double[] {1.5, 35.99}) {
      assertThat(ask("TX-RESOMAL", Child.weighing(weight)).doses()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5, 5", "1.5, 15", "3.14, 31", "4.99, 50", "5, 50", "5.99, 50", "7.99, 50"})
  @DisplayName(
      "breast milk before departure: 10 mL/kg, at most 50 mL; 20 to 50 mL without a weight")
  void youngInfantMilk(double weight, double millilitres) {
    Dose dose = dose("YI-GLUCOSE", Child.newborn(weight, 3));
    assertThat(dose.steps()).hasSize(4);
    assertThat(dose.steps().get(1).amount()).isEqualTo(millilitres);
    assertRange(dose("YI-GLUCOSE", Child.aged(0)).steps().get(1), 20, 50, "mL");
  }

  @Test
  @DisplayName("young infant: 30 mL/kg in 1 hour, then 70 mL/kg in 5 hours")
  void youngInfantPlanC() {
    List<Step> steps = dose("YI-ORS-C", Child.newborn(3.4, 20)).steps();
    assertThat(steps.get(0).amount()).isEqualTo(102);
    assertThat(steps.get(0).minutes()).isEqualTo(60);
    assertThat(steps.get(1).amount()).isEqualTo(238);
    assertThat(steps.get(1).minutes()).isEqualTo(300);
    assertThat(ask("YI-ORS-C", Child.aged(1)).missing()).containsExactly("weight");
    for (double weight : new double[] {0.49, 8}) {
      assertThat(ask("YI-ORS-C", Child.newborn(weight, 20)).doses()).isEmpty();
    }
    for (double weight : new double[] {0.5, 7.99}) {
      assertThat(ask("YI-ORS-C", Child.newborn(weight, 20)).doses()).hasSize(1);
    }
  }

  @Test
  @DisplayName("magnesium: 4 g into the vein and 5 g in each buttock, 14 g in all, or 10 g IM")
  void magnesium() {
    List<Step> steps = dose("TX-MGSO4-LOAD", Child.aged(300)).steps();
    assertThat(steps).hasSize(7);
    assertThat(steps.stream().map(Step::amount))
        .containsExactly(4.0, 5.0, 10.0, 2.0, null, 5.0, 1.0);
    assertThat(steps.get(0).unit()).isEqualTo("g");
    assertThat(steps.get(0).minutes()).isEqualTo(20);
    assertThat(steps.get(1).text()).contains("each buttock").contains("14 g in all");
    assertThat(steps.get(4).text())
        .contains("16 breaths")
        .contains("knee jerks")
        .contains("100 mL of urine");
  }

  @Test
  @DisplayName("against very high blood pressure: one of four medicines, with its maximum")
  void oneOfFour() {
    Dose dose = dose("TX-ANTIHTN", Child.aged(300));
    List<Step> steps = dose.steps();
    assertThat(steps.get(0).text()).contains("ONE");
    assertThat(steps.get(1).amount()).isEqualTo(5);
    assertThat(steps.get(1).text()).startsWith("Hydralazine").contains("20 mg in all");
    assertThat(steps.get(2).amount()).isEqualTo(200);
    assertThat(steps.get(2).text()).contains("labetalol").contains("1200 mg in 24 hours");
    assertRange(steps.get(3), 5, 10, "mg");
    assertThat(steps.get(3).text()).contains("nifedipine").contains("30 mg in all");
    assertThat(steps.get(4).amount()).isEqualTo(750);
    assertThat(steps.get(4).text()).contains("methyldopa").contains("3 g in 24 hours");
    assertThat(steps.get(5).text()).contains("160/110").contains("140/90");
  }

  @Test
  void rutfWithoutAWeight() {
    Dose dose = dose("TX-RUTF", Child.aged(9));
    assertThat(dose.amountMin()).isNull();
    assertThat(dose.form()).contains("weigh the child");
    assertThat(ask("TX-RUTF", Child.aged(9)).notes()).hasSize(1);
  }

  @Test
  void stepsAreNumberedInOrder() {
    for (String treatment : STEPS) {
      Dose dose = dose(treatment, Child.weighing(9));
      assertThat(dose.amount()).isNull();
      assertThat(dose.form()).isNull();
      for (int i = 0; i < dose.steps().size(); i++) {
        assertThat(dose.steps().get(i).number()).isEqualTo(i + 1);
        assertThat(dose.steps().get(i).text()).isNotBlank();
      }
    }
  }

  private static void assertRange(Step step, double low, double high, String unit) {
    assertThat(step.amount()).isNull();
    assertThat(step.amountMin()).isEqualTo(low);
    assertThat(step.amountMax()).isEqualTo(high);
    assertThat(step.unit()).isEqualTo(unit);
  }
}
