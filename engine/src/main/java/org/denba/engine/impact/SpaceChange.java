package org.denba.engine.impact;

import java.util.List;

/**
 * What moves in one sub-chart, or in one derived sign, over every combination of what it looks at
 * (numbers by the regions between their bounds, derived signs taken as inputs).
 *
 * @param protocol its protocol
 * @param chart the chart; empty for a derived sign
 * @param id the sub-chart, or the derived sign
 * @param combinations how many combinations there are
 * @param extent which of them were looked at
 * @param moves what moves, less urgent ones first, then the most frequent; empty where nothing does
 */
public record SpaceChange(
    String protocol,
    String chart,
    String id,
    double combinations,
    Extent extent,
    List<SpaceMove> moves) {

  /** Which combinations were looked at. */
  public enum Extent {
    /** Every one, unknown being a value of each input. */
    EVERYTHING,
    /** Every one in which all inputs are known. */
    KNOWN_ONLY,
    /** None: there are too many. */
    NOTHING;

    /** The code in message keys. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether anything moves. */
  public boolean isMoving() {
    return !moves.isEmpty();
  }

  /** Whether something becomes less urgent. */
  public boolean isLessUrgent() {
    return moves.stream().anyMatch(SpaceMove::lessUrgent);
  }

  /** How many combinations move. */
  public long moving() {
    return moves.stream().mapToLong(SpaceMove::combinations).sum();
  }
}
