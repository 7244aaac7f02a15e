package org.denba.engine.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.denba.engine.dosing.Dose;

/** Whether one dose is more or less of the same medicine than another. */
final class DoseComparison {

  private DoseComparison() {}

  /** Empty where both give the same, in whatever words. */
  static Optional<MoveKind> of(Dose before, Dose after) {
    if (DoseText.of(before).equals(DoseText.of(after))) {
      return Optional.empty();
    }
    if (!units(before).equals(units(after)) || !Objects.equals(before.route(), after.route())) {
      return Optional.of(MoveKind.DOSE_CHANGES);
    }
    List<Double> old = numbers(before);
    List<Double> now = numbers(after);
    boolean falls = false;
    for (int i = 0; i < old.size(); i++) {
      double from = old.get(i) == null ? Double.NaN : old.get(i);
      double to = now.get(i) == null ? Double.NaN : now.get(i);
      if (Double.isNaN(from) != Double.isNaN(to)) {
        return Optional.of(MoveKind.DOSE_CHANGES);
      }
      if (to > from) {
        return Optional.of(MoveKind.DOSE_GROWS);
      }
      falls |= to < from;
    }
    return Optional.of(falls ? MoveKind.DOSE_FALLS : MoveKind.DOSE_CHANGES);
  }

  private static List<String> units(Dose dose) {
    List<String> units = new ArrayList<>();
    units.add(dose.unit());
    dose.steps().forEach(step -> units.add(step.unit()));
    return units;
  }

  /** Every number that means more of the medicine where it is larger. */
  private static List<Double> numbers(Dose dose) {
    List<Double> numbers = new ArrayList<>();
    numbers.add(dose.amount());
    numbers.add(dose.amountMin());
    numbers.add(dose.amountMax());
    numbers.add(dose.volume());
    numbers.add(number(dose.timesPerDay()));
    numbers.add(dose.everyHours() == null ? null : 1.0 / dose.everyHours());
    numbers.add(number(dose.doses()));
    numbers.add(number(dose.days()));
    for (Dose.Step step : dose.steps()) {
      numbers.add(step.amount());
      numbers.add(step.amountMin());
      numbers.add(step.amountMax());
      // the same amount in less time is more at once
      numbers.add(step.minutes() == null ? null : 1.0 / step.minutes());
    }
    return numbers;
  }

  private static Double number(Integer number) {
    return number == null ? null : number.doubleValue();
  }
}
