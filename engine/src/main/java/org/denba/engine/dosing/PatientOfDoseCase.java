package org.denba.engine.dosing;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.denba.engine.assessment.Interval;

/**
 * The patient whom a dose case speaks of.
 *
 * @param weightKg weight in kilograms
 * @param months age in months
 * @param setting a parameter that has another value than usual, {@code name=value}; several with
 *     spaces between them
 * @param defaults the values of the other parameters
 */
record PatientOfDoseCase(
    OptionalDouble weightKg,
    Optional<Double> months,
    String setting,
    UnaryOperator<String> defaults)
    implements DoseContext {

  static final double DAYS_A_MONTH = 30.4375;

  @Override
  public Optional<Interval> ageMonths() {
    return months.map(Interval::point);
  }

  @Override
  public Optional<Interval> ageDays() {
    return months.map(age -> Interval.point(Rounding.clean(age * DAYS_A_MONTH)));
  }

  @Override
  public String parameter(String id) {
    for (String each : setting.split("\\s+")) {
      if (each.startsWith(id + "=")) {
        return each.substring(id.length() + 1);
      }
    }
    return defaults.apply(id);
  }

  @Override
  public String language() {
    return "en";
  }

  @Override
  public boolean oedema() {
    return false;
  }
}
