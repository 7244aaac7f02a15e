package org.denba.engine.proof;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was proved of a sub-chart or a derived sign.
 *
 * @param id the sub-chart's id, or the sign's
 * @param chart whether it is a sub-chart
 * @param read how many inputs its own rules read, derived signs counted as inputs
 * @param readCombinations in how many ways those can be said
 * @param inputs how many inputs are below it, down to what is collected
 * @param combinations in how many ways those can be said: the solver looked at all of them
 * @param proved the properties that were looked at, in their order
 * @param refutations what does not hold, accepted or not
 */
public record SubjectProof(
    String id,
    boolean chart,
    int read,
    BigInteger readCombinations,
    int inputs,
    BigInteger combinations,
    List<Property> proved,
    List<Refutation> refutations) {

  static SubjectProof of(Subject subject, List<Property> looked, List<Refutation> found) {
    return new SubjectProof(
        subject.id(),
        subject.isChart(),
        subject.read(),
        subject.readCombinations(),
        subject.inputs().size(),
        subject.combinations(),
        List.copyOf(looked),
        found.stream().filter(r -> r.subject().equals(subject.id())).toList());
  }

  /** Whether everything holds, but for what is accepted. */
  public boolean holds() {
    return refutations.stream().allMatch(Refutation::isAccepted);
  }

  /** The verdict by property: proved, an exception, or refuted. */
  public Map<Property, Verdict> verdicts() {
    Map<Property, Verdict> verdicts = new EnumMap<>(Property.class);
    proved.forEach(property -> verdicts.put(property, Verdict.PROVED));
    for (Refutation refutation : refutations) {
      verdicts.merge(
          refutation.property(),
          refutation.isAccepted() ? Verdict.EXCEPTION : Verdict.REFUTED,
          (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }
    return verdicts;
  }

  /** How a proof ended, the best first. */
  public enum Verdict {
    PROVED,
    EXCEPTION,
    REFUTED
  }
}
