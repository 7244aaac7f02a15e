package org.denba.engine.growth;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.denba.engine.assessment.Interval;
import org.denba.engine.rules.RuleFiles;

/**
 * The tables under test: their files, the fingerprint of the reference, and how a child is scored
 * by each.
 */
enum GrowthTable {
  WEIGHT_FOR_LENGTH(
      "wfl.csv",
      "length_cm",
      GrowthMethod::length,
      "6d5b24e23f20638e9da6285d0c3c9eafcccf2244b1d07c6e3cb9831f985f2c74") {
    @Override
    Optional<ZScore> score(GrowthStandards growth, Sex sex, double key, double kg) {
      return growth.weightForLengthOrHeight(
          Optional.of(sex), Interval.point(0), Position.LYING, key, kg);
    }
  },
  WEIGHT_FOR_HEIGHT(
      "wfh.csv",
      "height_cm",
      GrowthMethod::height,
      "a7b61f277056583c7c261933c61fea109d52c2dfb5976f391ae1bed70659cd06") {
    @Override
    Optional<ZScore> score(GrowthStandards growth, Sex sex, double key, double kg) {
      return growth.weightForLengthOrHeight(
          Optional.of(sex), Interval.point(1800), Position.STANDING, key, kg);
    }
  },
  WEIGHT_FOR_AGE(
      "wfa.csv",
      "age_days",
      GrowthMethod::age,
      "8152440a2ac4081b51f5ba7e69b851a8322fbe1c946b1a48bcaf3916d4e94a90") {
    @Override
    Optional<ZScore> score(GrowthStandards growth, Sex sex, double key, double kg) {
      return growth.weightForAge(Optional.of(sex), Interval.point(key), kg);
    }
  };

  private final String file;
  private final String keyColumn;
  private final Function<GrowthMethod, Domain> domain;
  private final String digest;

  GrowthTable(String file, String keyColumn, Function<GrowthMethod, Domain> domain, String digest) {
    this.file = file;
    this.keyColumn = keyColumn;
    this.domain = domain;
    this.digest = digest;
  }

  static GrowthTable named(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  abstract Optional<ZScore> score(GrowthStandards growth, Sex sex, double key, double kg);

  String file() {
    return file;
  }

  String digest() {
    return digest;
  }

  LmsTable load(RuleFiles rules) {
    GrowthMethod method = GrowthMethod.read(rules);
    return new KnotFile("growth/" + file, keyColumn).read(rules, method, domain.apply(method));
  }
}
