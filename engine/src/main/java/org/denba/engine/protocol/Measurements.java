package org.denba.engine.protocol;

import java.util.List;
import java.util.Optional;
import org.denba.engine.condition.Condition;
import org.denba.engine.immunisation.VaccineSchedule;

/**
 * What a protocol computes from measurements and dates before any rule is read.
 *
 * @param zScores growth z-scores
 * @param daysSince quantities that count the days since a date
 * @param hoursSince quantities that count the hours since a date, as far as a date tells them
 * @param gestation the duration of pregnancy
 * @param vaccines the vaccination calendar
 */
public record Measurements(
    List<ZScore> zScores,
    List<DaysSince> daysSince,
    List<DaysSince> hoursSince,
    Optional<Gestation> gestation,
    Optional<VaccineSchedule> vaccines) {

  public Measurements {
    zScores = List.copyOf(zScores);
    daysSince = List.copyOf(daysSince);
    hoursSince = List.copyOf(hoursSince);
  }

  /** A z-score that is computed when it was not given. */
  public record ZScore(int slot, ProtocolFile.ZScoreRule rule, Condition unless) {}

  /** A quantity that counts the days since a date element. */
  public record DaysSince(int slot, int dateSlot) {}

  /**
   * The duration of pregnancy, computed where it was not given.
   *
   * @param slot the duration, in days
   * @param sources the ways to know it, best first
   */
  public record Gestation(int slot, List<Source> sources) {

    /**
     * One way to know it.
     *
     * @param slot a date, or the duration itself in another unit
     * @param daysAtDate for a date: the duration on that date
     * @param daysEach for another unit: its days (7 for weeks), else 0
     * @param when a condition under which it counts in this place, or null
     */
    public record Source(int slot, int daysAtDate, int daysEach, Condition when) {}
  }
}
