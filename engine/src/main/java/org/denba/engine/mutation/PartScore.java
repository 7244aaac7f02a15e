package org.denba.engine.mutation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.mutation.Verdict.Fate;

/**
 * How well the cases hold one part of the rules.
 *
 * @param protocol the protocol, or {@code doses}
 * @param part the chart, the side table or the treatment
 * @param refused mutants with which the rules do not load
 * @param killed mutants that a case noticed
 * @param equivalent mutants that are proved to change the answer of no patient
 * @param argued mutants that somebody says change no answer, with the reason
 * @param survived mutants that nothing noticed
 */
public record PartScore(
    String protocol,
    String part,
    int refused,
    int killed,
    int equivalent,
    int argued,
    int survived) {

  /** The score of each part, in the order of the mutants. */
  static List<PartScore> of(List<Verdict> verdicts) {
    Map<String, PartScore> scores = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      Mutant mutant = verdict.mutant();
      PartScore none = new PartScore(mutant.protocol(), mutant.part(), 0, 0, 0, 0, 0);
      scores.merge(mutant.part(), none.plus(verdict.fate()), PartScore::plus);
    }
    return List.copyOf(scores.values());
  }

  private PartScore plus(Fate fate) {
    return new PartScore(
        protocol,
        part,
        refused + (fate == Fate.REFUSED ? 1 : 0),
        killed + (fate == Fate.KILLED ? 1 : 0),
        equivalent + (fate == Fate.EQUIVALENT ? 1 : 0),
        argued + (fate == Fate.ARGUED ? 1 : 0),
        survived + (fate == Fate.SURVIVED ? 1 : 0));
  }

  PartScore plus(PartScore other) {
    return new PartScore(
        protocol,
        part,
        refused + other.refused,
        killed + other.killed,
        equivalent + other.equivalent,
        argued + other.argued,
        survived + other.survived);
  }

  /** All mutants of the part. */
  public int mutants() {
    return refused + killed + equivalent + argued + survived;
  }

  /**
   * Percent of the mutants that are neither proved nor argued to change nothing, and were noticed;
   * 100 where there are none.
   */
  public double percent() {
    int counted = refused + killed + survived;
    return counted == 0 ? 100 : 100.0 * (refused + killed) / counted;
  }
}
