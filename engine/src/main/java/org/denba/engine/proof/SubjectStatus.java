package org.denba.engine.proof;

import java.math.BigInteger;
import java.util.Map;

/**
 * What was proved of a sub-chart or a derived sign at an earlier time.
 *
 * @param id its id
 * @param chart whether it is a sub-chart
 * @param readCombinations in how many ways can be said what its own rules read
 * @param combinations in how many ways can be said what is collected below it
 * @param verdicts the verdict by property
 * @param reasons why an exception is accepted, by property
 */
public record SubjectStatus(
    String id,
    boolean chart,
    BigInteger readCombinations,
    BigInteger combinations,
    Map<Property, SubjectProof.Verdict> verdicts,
    Map<Property, String> reasons) {

  /** Whether nothing is refuted. */
  public boolean holds() {
    return !verdicts.containsValue(SubjectProof.Verdict.REFUTED);
  }
}
