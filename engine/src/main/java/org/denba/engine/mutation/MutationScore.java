package org.denba.engine.mutation;

import java.util.List;

/**
 * The mutation score of one protocol, or of the dose tables.
 *
 * @param protocol the protocol, or {@code doses}
 * @param digest the digest of the rules that were changed; empty for the dose tables
 * @param verdicts what became of every mutant
 */
public record MutationScore(String protocol, String digest, List<Verdict> verdicts) {

  public MutationScore {
    verdicts = List.copyOf(verdicts);
  }

  /** The score of each chart and table. */
  public List<PartScore> parts() {
    return PartScore.of(verdicts);
  }

  /** The score of the whole. */
  public PartScore total() {
    int[] count = new int[Verdict.Fate.values().length];
    verdicts.forEach(verdict -> count[verdict.fate().ordinal()]++);
    return new PartScore(
        protocol,
        protocol,
        count[Verdict.Fate.REFUSED.ordinal()],
        count[Verdict.Fate.KILLED.ordinal()],
        count[Verdict.Fate.EQUIVALENT.ordinal()],
        count[Verdict.Fate.ARGUED.ordinal()],
        count[Verdict.Fate.SURVIVED.ordinal()]);
  }

  /** The verdicts with one fate. */
  public List<Verdict> with(Verdict.Fate fate) {
    return verdicts.stream().filter(verdict -> verdict.fate() == fate).toList();
  }

  /** The mutants that nothing noticed. */
  public List<Verdict> survivors() {
    return with(Verdict.Fate.SURVIVED);
  }

  /** The mutants that somebody says change nothing. */
  public List<Verdict> argued() {
    return with(Verdict.Fate.ARGUED);
  }

  /** The mutants that are proved to change nothing. */
  public List<Verdict> equivalents() {
    return with(Verdict.Fate.EQUIVALENT);
  }
}
