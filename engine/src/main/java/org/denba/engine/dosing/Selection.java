package org.denba.engine.dosing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What choosing rows for one child came to: the rows, or why there are none. Used for one question
 * only.
 */
final class Selection {

  static final String WEIGHT = "weight";
  static final String AGE = "age-months";
  static final String AGE_DAYS = "age-days";

  private final Set<String> missing = new LinkedHashSet<>(2);
  private final List<Chosen> rows = new ArrayList<>(6);
  private DoseRow stop;
  private boolean weightOutside;
  private boolean ageOutside;
  private boolean weightWouldHelp;

  /**
   * A row that applies.
   *
   * @param row the row
   * @param last the row of the last band when the age covers several bands that give the same, else
   *     the same row
   */
  record Chosen(DoseRow row, DoseRow last) {}

  void choose(DoseRow row, DoseRow last) {
    rows.add(new Chosen(row, last));
  }

  void stopAt(DoseRow row) {
    stop = row;
  }

  void needs(String dataElement) {
    missing.add(dataElement);
  }

  void outside(Basis basis) {
    weightOutside |= basis == Basis.WEIGHT;
    ageOutside |= basis.isAge();
  }

  /** The age, or nothing, was used where the weight would decide. */
  void weighTheChild() {
    weightWouldHelp = true;
  }

  /**
   * The rows of the dose in the order of its steps; empty unless every part of the dose has one.
   */
  List<Chosen> rows() {
    return stop != null || weightOutside || ageOutside || !missing.isEmpty() ? List.of() : rows;
  }

  DoseRow stop() {
    return stop;
  }

  Set<String> missing() {
    return missing;
  }

  boolean weightOutside() {
    return weightOutside;
  }

  boolean ageOutside() {
    return ageOutside;
  }

  boolean weightWouldHelp() {
    return weightWouldHelp;
  }
}
