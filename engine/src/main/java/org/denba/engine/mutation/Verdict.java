package org.denba.engine.mutation;

/**
 * What became of a mutant.
 *
 * @param mutant the mutant
 * @param fate what became of it
 * @param by the case that noticed, what the reader of the rules said, why it changes nothing, or,
 *     of a survivor, the case that would notice (empty where none was found)
 */
public record Verdict(Mutant mutant, Fate fate, String by) {

  /** What can become of a mutant. */
  public enum Fate {
    /** The rules do not load with it. */
    REFUSED,
    /** A case fails with it. */
    KILLED,
    /** It is proved that it changes the answer of no patient. */
    EQUIVALENT,
    /**
     * Somebody wrote down why it changes no answer, and no patient was found who shows otherwise.
     */
    ARGUED,
    /** Nothing noticed. */
    SURVIVED
  }

  /** Whether something noticed. */
  public boolean noticed() {
    return fate == Fate.REFUSED || fate == Fate.KILLED;
  }
}
