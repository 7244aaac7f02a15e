package org.denba.engine.protocol;

import java.util.List;
import org.denba.engine.condition.Condition;

/**
 * What a row asks to be done.
 *
 * @param rows the blocks of the row that asks; empty for everyone who is sent home
 * @param action the treatment or action, or {@link #FOLLOW_UP}
 * @param when it is asked for where this is certain; null for always
 * @param unless and not where this is certain; null for never
 * @param unlessPossible nor where this is possible; null for never
 * @param extent how much of a course is given
 * @param days days of the course, or until each of the follow-ups; may be empty
 * @param hours hours until a reassessment, or empty
 * @param text key of the text where it is not the action's own, or empty
 */
public record ActionRule(
    List<Row> rows,
    String action,
    Condition when,
    Condition unless,
    Condition unlessPossible,
    Extent extent,
    List<DayCount> days,
    String hours,
    String text) {

  /** How much of a course is given. */
  public enum Extent {
    /** The whole course, or the first dose before an urgent referral. */
    AS_URGENCY_SAYS(""),
    /** The whole course even before an urgent referral. */
    COURSE("course"),
    /** The first dose, whatever the urgency. */
    FIRST_DOSE("first-dose");

    private final String word;

    Extent(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** The action id of a follow-up visit; it is reported as {@code FU-<row>}. */
  public static final String FOLLOW_UP = "FU";

  /** Whether it is for everyone who is sent home, whatever the row. */
  public boolean forAll() {
    return rows.isEmpty();
  }
}
