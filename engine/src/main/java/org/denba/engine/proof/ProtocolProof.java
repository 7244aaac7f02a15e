package org.denba.engine.proof;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was proved of one protocol.
 *
 * @param protocol its id
 * @param digest the digest of the rule files that were proved
 * @param subjects its sub-charts and derived signs
 * @param exceptions the exceptions that it declares
 * @param needless those of them that nothing needs any more
 * @param time how long it took
 */
public record ProtocolProof(
    String protocol,
    String digest,
    List<SubjectProof> subjects,
    List<ProofException> exceptions,
    List<ProofException> needless,
    Duration time) {

  public ProtocolProof {
    subjects = List.copyOf(subjects);
    exceptions = List.copyOf(exceptions);
    needless = List.copyOf(needless);
  }

  /** Whether everything holds but for the exceptions, and every exception is needed. */
  public boolean holds() {
    return needless.isEmpty() && subjects.stream().allMatch(SubjectProof::holds);
  }

  /** What does not hold and is not accepted. */
  public List<Refutation> refutations() {
    return all().filter(refutation -> !refutation.isAccepted()).toList();
  }

  /** What does not hold and is accepted, or only untidy. */
  public List<Refutation> accepted() {
    return all().filter(Refutation::isAccepted).toList();
  }

  private Stream<Refutation> all() {
    return subjects.stream().flatMap(subject -> subject.refutations().stream());
  }

  /** Combinations of what the rules of each sub-chart and sign read, summed up. */
  public BigInteger readCombinations() {
    return subjects.stream()
        .map(SubjectProof::readCombinations)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Combinations of what is collected below each sub-chart and sign, summed up. */
  public BigInteger combinations() {
    return subjects.stream()
        .map(SubjectProof::combinations)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** How many verdicts were given. */
  public long verdicts() {
    return subjects.stream().mapToLong(subject -> subject.verdicts().size()).sum();
  }
}
