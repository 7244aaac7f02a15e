package org.denba.engine.growth;

import java.util.Optional;
import org.denba.engine.assessment.Interval;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * Weight for length, height or age as z-scores of the WHO Child Growth Standards (2006). Lengths
 * are in cm, weights in kg, ages in days (day of birth = 0); an age that is not known exactly is
 * the interval of the days that are possible.
 *
 * <p>The answer is empty when a possible child lies outside the table: then nothing is known of the
 * z-score, and unknown is never normal. Otherwise it holds every z-score that is possible. Swelling
 * (oedema) is not looked at here: a weight with oedema must not be scored. Figures and cut-offs
 * come from the rule files in {@code growth/}; their sources are named in {@code
 * growth/SOURCES.md}.
 *
 * <p>Immutable, safe for use by many threads.
 */
public final class GrowthStandards {

  private static final Sex[] BOTH = Sex.values();
  private static final Sex[][] ONE = {{Sex.MALE}, {Sex.FEMALE}};

  private final GrowthMethod method;
  private final LmsTable forLength;
  private final LmsTable forHeight;
  private final LmsTable forAge;

  private GrowthStandards(RuleFiles files) {
    method = GrowthMethod.read(files);
    forLength = new KnotFile("growth/wfl.csv", "length_cm").read(files, method, method.length());
    forHeight = new KnotFile("growth/wfh.csv", "height_cm").read(files, method, method.height());
    forAge = new KnotFile("growth/wfa.csv", "age_days").read(files, method, method.age());
  }

  /**
   * @throws RuleFileException when a growth file is missing or malformed; the message names file
   *     and row
   */
  public static GrowthStandards load(RuleFiles files) {
    return new GrowthStandards(files);
  }

  /**
   * Weight-for-length of a child below 24 months, weight-for-height of an older one. A child
   * measured in the other position than the standards ask for is corrected first; then the length
   * or height is rounded to 0.1 cm, half up.
   *
   * @param sex empty when not known: the answer then holds both
   * @param ageDays when it reaches over 24 months, the answer holds both tables
   * @param position how the child was measured
   * @param lengthHeightCm as measured
   * @param weightKg above 0
   * @return empty when the corrected length or height is outside a table that may have to be used
   * @throws IllegalArgumentException when length or weight is not a finite number above 0
   */
  public Optional<ZScore> weightForLengthOrHeight(
      Optional<Sex> sex,
      Interval ageDays,
      Position position,
      double lengthHeightCm,
      double weightKg) {
    requirePositive("length or height", lengthHeightCm);
    requirePositive("weight", weightKg);
    double correction = method.lengthMinusHeight();
    return weightForLengthOrHeight(
        sex,
        Math.floor(ageDays.low()) < method.heightFromDays(),
        position == Position.STANDING ? lengthHeightCm + correction : lengthHeightCm,
        Math.floor(ageDays.high()) >= method.heightFromDays(),
        position == Position.LYING ? lengthHeightCm - correction : lengthHeightCm,
        weightKg);
  }

  /**
   * The same for a child of whose age nothing is known: lying weight-for-length, standing
   * weight-for-height; when the position is not known either, weight-for-length below 87 cm and
   * weight-for-height from 87.0 cm on.
   *
   * @throws IllegalArgumentException when length or weight is not a finite number above 0
   */
  public Optional<ZScore> weightForLengthOrHeightAtUnknownAge(
      Optional<Sex> sex, Position position, double lengthHeightCm, double weightKg) {
    requirePositive("length or height", lengthHeightCm);
    requirePositive("weight", weightKg);
    Domain lengths = method.length();
    boolean lying =
        switch (position) {
          case LYING -> true;
          case STANDING -> false;
          case AS_AGE_SUGGESTS ->
              lengths.position(lengthHeightCm) < lengths.position(method.heightFromCm());
        };
    return weightForLengthOrHeight(sex, lying, lengthHeightCm, !lying, lengthHeightCm, weightKg);
  }

  private Optional<ZScore> weightForLengthOrHeight(
      Optional<Sex> sex,
      boolean useLength,
      double lengthCm,
      boolean useHeight,
      double heightCm,
      double weightKg) {
    int length = forLength.domain().position(lengthCm);
    int height = forHeight.domain().position(heightCm);
    if (useLength && !forLength.domain().has(length)
        || useHeight && !forHeight.domain().has(height)) {
      return Optional.empty();
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Sex possible : possible(sex)) {
      if (useLength) {
        double z = forLength.score(possible, length, weightKg);
        low = Math.min(low, z);
        high = Math.max(high, z);
      }
      if (useHeight) {
        double z = forHeight.score(possible, height, weightKg);
        low = Math.min(low, z);
        high = Math.max(high, z);
      }
    }
    return Optional.of(method.lengthHeightFlag().scored(low, high));
  }

  /**
   * @param sex empty when not known: the answer then holds both
   * @param ageDays the answer holds every day of it
   * @param weightKg above 0
   * @return empty when a possible age is outside the table (an age is never below 0)
   * @throws IllegalArgumentException when the weight is not a finite number above 0
   */
  public Optional<ZScore> weightForAge(Optional<Sex> sex, Interval ageDays, double weightKg) {
    requirePositive("weight", weightKg);
    Domain ages = forAge.domain();
    int first = ages.position(Math.floor(ageDays.low()));
    int last = ages.position(Math.floor(ageDays.high()));
    if (!ages.has(first) || !ages.has(last)) {
      return Optional.empty();
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Sex possible : possible(sex)) {
      // Every day, because a newborn loses weight first: the extremes need not be at the ends.
      for (int day = first; day <= last; day++) {
        double z = forAge.score(possible, day, weightKg);
        low = Math.min(low, z);
        high = Math.max(high, z);
      }
    }
    return Optional.of(method.ageFlag().scored(low, high));
  }

  private static Sex[] possible(Optional<Sex> sex) {
    return sex.isPresent() ? ONE[sex.get().ordinal()] : BOTH;
  }

  private static void requirePositive(String what, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(what + " must be a finite number above 0 but is " + value);
    }
  }
}
