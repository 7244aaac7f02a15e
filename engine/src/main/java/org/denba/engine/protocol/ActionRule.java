package org.denba.engine.protocol;

import org.denba.engine.condition.Condition;

/**
 * What a row asks to be done.
 *
 * @param row the row, or null for everyone who is sent home
 * @param action the treatment or action, or {@link #FOLLOW_UP}
 * @param when it is asked for where this is certain; null for always
 * @param unless and not where this is certain; null for never
 * @param unlessPossible nor where this is possible; null for never
 * @param course the whole course even before a referral
 * @param days days of the course or until the follow-up, as a number or a parameter in braces, or
 *     empty
 * @param hours hours until a reassessment, or empty
 * @param text key of the text where it is not the action's own, or empty
 */
public record ActionRule(
    Row row,
    String action,
    Condition when,
    Condition unless,
    Condition unlessPossible,
    boolean course,
    String days,
    String hours,
    String text) {

  /** The action id of a follow-up visit; it is reported as {@code FU-<row>}. */
  public static final String FOLLOW_UP = "FU";
}
