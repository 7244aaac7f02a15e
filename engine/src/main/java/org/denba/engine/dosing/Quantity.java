package org.denba.engine.dosing;

/**
 * How much a row gives.
 *
 * @param amount the amount, or the amount per kilogram
 * @param amountMax upper end of a range, else null
 * @param unit UCUM unit of the result (for {@code mg/kg} that is {@code mg})
 * @param perKg whether the amounts are per kilogram
 * @param strength units per mL of the product when a volume is measured, else null
 * @param roundTo step of rounding (of the volume when there is one, else of the amount); 0 for none
 * @param rounding direction of rounding, null when there is none
 * @param cap the amount that is never exceeded; {@link Double#MAX_VALUE} for none
 */
record Quantity(
    Operand amount,
    Operand amountMax,
    String unit,
    boolean perKg,
    Operand strength,
    double roundTo,
    Rounding rounding,
    double cap) {

  private static final double NOISE = 1e-6;

  /**
   * The amount for a child.
   *
   * @param weight the weight in kg; only looked at when the amounts are per kilogram
   */
  Amount calculate(DoseContext context, double weight) {
    double factor = perKg ? weight : 1;
    double asked = Rounding.clean(amount.value(context) * factor);
    double low = Math.min(asked, cap);
    double high =
        amountMax == null ? low : Math.min(Rounding.clean(amountMax.value(context) * factor), cap);
    if (strength == null) {
      return new Amount(rounded(low, 1), rounded(high, 1), asked, 0, 0, 0);
    }
    double perMl = strength.value(context);
    double exact = Rounding.clean(low / perMl);
    return new Amount(low, high, asked, perMl, exact, rounded(exact, perMl));
  }

  /** Rounds, but never to more than the cap: there it rounds down. */
  private double rounded(double value, double unitsEach) {
    if (roundTo == 0) {
      return value;
    }
    double rounded = rounding.apply(value, roundTo);
    return rounded * unitsEach > cap + NOISE ? Rounding.DOWN.apply(value, roundTo) : rounded;
  }

  boolean isRange() {
    return amountMax != null;
  }

  /**
   * A calculated dose.
   *
   * @param low the amount (lower end of a range)
   * @param high upper end of a range, else the same
   * @param asked the lower amount before the cap and rounding
   * @param strength units per mL; 0 when nothing is measured
   * @param exactVolume volume before rounding, in mL; 0 when nothing is measured
   * @param volume volume to measure, in mL; 0 when nothing is measured
   */
  record Amount(
      double low, double high, double asked, double strength, double exactVolume, double volume) {

    boolean measured() {
      return strength > 0;
    }
  }
}
