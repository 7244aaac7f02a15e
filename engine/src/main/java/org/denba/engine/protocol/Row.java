package org.denba.engine.protocol;

import java.util.List;

/**
 * A row of a chart: a classification with its colour, and the lines that say when it applies.
 *
 * @param id row id of the clinical reference ({@code COU-1})
 * @param index its place in the protocol, in the order of charts and rows
 * @param slot the slot that holds its own condition
 * @param chart chart id
 * @param subCharts the sub-charts in which it competes; rows of different sub-charts coexist
 * @param classification classification id, empty for rows that only give actions
 * @param colour pink, yellow, green, or none for rows that only give actions
 * @param followUp days until the follow-up visit, or null
 * @param source the clinical source
 * @param lines its lines in order
 */
public record Row(
    String id,
    int index,
    int slot,
    String chart,
    List<String> subCharts,
    String classification,
    Colour colour,
    FollowUp followUp,
    String source,
    List<Line> lines) {

  /** The flag of a line that only says what to do before a referral: it is no reason for it. */
  public static final String PRE_REFERRAL = "pre-referral";

  /** The flag of a line that shows a danger sign as held. */
  public static final String HELD = "held";

  /** The flag of a line that can only be possible: it says that something is not known. */
  public static final String NEVER_PROVED = "never-proved";

  /**
   * One line of a row.
   *
   * @param alternative its condition
   * @param urgency its urgency; a row whose urgency depends on a parameter has a line for each
   * @param flag what else to show of it ({@code held}, {@code single-indicator}), or empty
   */
  public record Line(Alternative alternative, Urgency urgency, String flag) {}

  /**
   * The follow-up that a row names.
   *
   * @param days the days until each visit
   * @param text key of the text
   */
  public record FollowUp(List<DayCount> days, String text) {}

  public boolean isGreen() {
    return colour == Colour.GREEN;
  }

  /** Whether this row is a classification; others only give actions. */
  public boolean classifies() {
    return colour != Colour.NONE;
  }
}
