package org.denba.engine.dosing;

import java.util.Arrays;
import java.util.List;

/** What the band of a row is measured in. */
enum Basis {
  WEIGHT("weight kg"),
  AGE("age mo"),
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

  @Override
  public String toString() {
    return cell;
  }
}
