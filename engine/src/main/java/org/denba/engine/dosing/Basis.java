package org.denba.engine.dosing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.denba.engine.assessment.Interval;

/** What the band of a row is measured in. */
enum Basis {
  WEIGHT("weight kg"),
  AGE("age mo"),
  /** For the first weeks of life, where a dose changes within a month. */
  DAYS("age d"),
  /** No band: used where no row of weight or age can be. */
  ANY("any");

  static final List<String> CELLS = Arrays.stream(values()).map(basis -> basis.cell).toList();

  private final String cell;

  Basis(String cell) {
    this.cell = cell;
  }

  /** The basis of a cell, or null when the cell says something else. */
  static Basis of(String cell) {
    return CELLS.contains(cell) ? values()[CELLS.indexOf(cell)] : null;
  }

  /** Whether the band is one of ages, in months or in days. */
  boolean isAge() {
    return this == AGE || this == DAYS;
  }

  /** The age in the unit of the band; empty when it is not known. */
  Optional<Interval> age(DoseContext context) {
    return this == DAYS ? context.ageDays() : context.ageMonths();
  }

  /** The data element that tells what the band is measured in. */
  String element() {
    return switch (this) {
      case WEIGHT -> Selection.WEIGHT;
      case DAYS -> Selection.AGE_DAYS;
      default -> Selection.AGE;
    };
  }

  @Override
  public String toString() {
    return cell;
  }
}
