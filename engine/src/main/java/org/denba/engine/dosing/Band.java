package org.denba.engine.dosing;

import org.denba.engine.assessment.Interval;

/**
 * The weights or ages that a row is for: from {@code from} (included) up to {@code to} (not
 * included).
 *
 * @param basis what is measured
 * @param from lower edge; null for {@link Basis#ANY}
 * @param to upper edge; null when there is none
 */
record Band(Basis basis, Operand from, Operand to) {

  /** Whether the value lies in the band. */
  boolean holds(double value, DoseContext context) {
    return value >= from.value(context) && (to == null || value < to.value(context));
  }

  boolean holdsAll(Interval values, DoseContext context) {
    return holds(values.low(), context) && holds(values.high(), context);
  }

  boolean touches(Interval values, DoseContext context) {
    return values.high() >= from.value(context) && (to == null || values.low() < to.value(context));
  }

  /**
   * Whether both edges are plain numbers, so that neighbours can be compared when the table is
   * loaded.
   */
  boolean fixed() {
    return basis != Basis.ANY && !from.isParameter() && (to == null || !to.isParameter());
  }

  double upper() {
    return to == null ? Double.MAX_VALUE : to.number();
  }

  @Override
  public String toString() {
    if (basis == Basis.ANY) {
      return basis.toString();
    }
    return basis + " " + from + (to == null ? " and over" : " up to " + to);
  }
}
