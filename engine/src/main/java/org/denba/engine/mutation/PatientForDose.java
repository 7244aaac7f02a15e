package org.denba.engine.mutation;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.denba.engine.assessment.Interval;
import org.denba.engine.dosing.DoseContext;

/**
 * A patient whom two dose tables are asked about.
 *
 * @param weight kilograms, NaN where not known
 * @param months age in months, NaN where not known
 * @param parameters the value of every parameter
 */
record PatientForDose(double weight, double months, Map<String, String> parameters)
    implements DoseContext {

  static final double DAYS_A_MONTH = 30.4375;

  @Override
  public OptionalDouble weightKg() {
    return DoseComparison.known(weight);
  }

  @Override
  public Optional<Interval> ageMonths() {
    return Double.isNaN(months) ? Optional.empty() : Optional.of(Interval.point(months));
  }

  @Override
  public Optional<Interval> ageDays() {
    return ageMonths().map(age -> Interval.point(Math.rint(age.low() * DAYS_A_MONTH)));
  }

  @Override
  public String parameter(String id) {
    return parameters.get(id);
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
