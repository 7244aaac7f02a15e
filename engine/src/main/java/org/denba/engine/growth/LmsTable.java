package org.denba.engine.growth;

import java.util.Map;

/** L, M and S of both sexes at every key of a domain. */
final class LmsTable {

  private final Domain domain;
  private final RestrictedScore score;
  private final Curves[] bySex = new Curves[Sex.values().length];

  LmsTable(Domain domain, RestrictedScore score, Map<Sex, Curves> curves) {
    this.domain = domain;
    this.score = score;
    curves.forEach((sex, ofSex) -> bySex[sex.ordinal()] = ofSex);
  }

  /**
   * L, M and S of one sex, a value for each position of the domain; the arrays are never written
   * again.
   */
  record Curves(double[] l, double[] m, double[] s) {}

  Domain domain() {
    return domain;
  }

  Curves curves(Sex sex) {
    return bySex[sex.ordinal()];
  }

  /**
   * @param position a position that the domain has
   * @param weightKg above 0
   */
  double score(Sex sex, int position, double weightKg) {
    Curves curves = bySex[sex.ordinal()];
    return score.of(weightKg, curves.l[position], curves.m[position], curves.s[position]);
  }
}
