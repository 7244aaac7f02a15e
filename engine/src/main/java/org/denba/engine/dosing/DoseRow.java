package org.denba.engine.dosing;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One line of a dose table.
 *
 * @param where {@code file:row}, for complaints
 * @param medication id of the medicine
 * @param when parameter values under which the row applies; all must hold
 * @param band weights or ages that it is for
 * @param step place among the steps of the dose, 0 when it is the dose itself
 * @param quantity how much; null when the row says only what to do, or not to give it
 * @param schedule how often and how long
 * @param wording what the health worker reads
 * @param source the clinical source
 */
record DoseRow(
    String where,
    String medication,
    List<Condition> when,
    Band band,
    int step,
    Quantity quantity,
    Schedule schedule,
    Wording wording,
    String source) {

  /** Whether the row says that nothing is given: neither an amount nor words for what to give. */
  boolean isStop() {
    return quantity == null && wording.form() == null;
  }

  boolean perKg() {
    return quantity != null && quantity.perKg();
  }

  boolean applies(DoseContext context) {
    for (int i = 0; i < when.size(); i++) {
      if (!when.get(i).holds(context)) {
        return false;
      }
    }
    return true;
  }

  /** Whether both rows give the same, so that it does not matter which band the child is in. */
  boolean givesTheSameAs(DoseRow other) {
    return Objects.equals(quantity, other.quantity)
        && schedule.equals(other.schedule)
        && wording.equals(other.wording);
  }

  /** The parameters that the cells of the row name (those in texts are found with the texts). */
  Set<String> parameters() {
    Set<String> ids = new TreeSet<>();
    when.forEach(condition -> ids.add(condition.parameter()));
    add(ids, band.from());
    add(ids, band.to());
    add(ids, schedule.days());
    if (quantity != null) {
      add(ids, quantity.amount());
      add(ids, quantity.amountMax());
      add(ids, quantity.strength());
    }
    return ids;
  }

  private static void add(Set<String> ids, Operand operand) {
    if (operand != null && operand.isParameter()) {
      ids.add(operand.parameter());
    }
  }
}
