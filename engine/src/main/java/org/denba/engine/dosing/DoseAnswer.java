package org.denba.engine.dosing;

import java.util.List;

/**
 * What the dose table says for one child.
 *
 * @param doses one dose per medicine; empty when none can be shown
 * @param missing data elements that must be known before a dose can be shown ({@code weight});
 *     empty when nothing is missing
 * @param notes what to heed, in words ("weigh the child", "weight outside the table")
 * @param blocked the table says not to give it (too young, strength in stock not suitable, no table
 *     for the chosen policy)
 * @param blockedReason why, in words; null when not blocked
 */
public record DoseAnswer(
    List<Dose> doses,
    List<String> missing,
    List<String> notes,
    boolean blocked,
    String blockedReason) {

  public DoseAnswer {
    doses = List.copyOf(doses);
    missing = List.copyOf(missing);
    notes = List.copyOf(notes);
  }
}
