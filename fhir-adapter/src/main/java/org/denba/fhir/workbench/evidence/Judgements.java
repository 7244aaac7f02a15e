package org.denba.fhir.workbench.evidence;

import java.util.Optional;
import org.denba.engine.protocol.Protocol;

/**
 * What was found out of rules when they were built: it takes minutes, so it is kept with the digest
 * of what it is about. Of any other files nothing is known, and that is said.
 */
public interface Judgements {

  /**
   * How many small mistakes in a chart its cases notice.
   *
   * @return empty where that was not measured on these very files
   */
  Optional<Score> mutation(Protocol protocol, String chart);

  /**
   * What is proved of a chart for every patient.
   *
   * @return empty where these very files were not proved
   */
  Optional<Proof> proof(Protocol protocol, String chart);

  /**
   * A mutation score.
   *
   * @param noticed mistakes that are noticed
   * @param counted all mistakes that change the answer of a patient
   * @param argued mistakes that somebody says change no answer: they are not counted, and not
   *     proved
   */
  record Score(int noticed, int counted, int argued) {

    /** Both together. */
    public Score plus(Score other) {
      return new Score(noticed + other.noticed, counted + other.counted, argued + other.argued);
    }

    /** Percent of the mistakes that are noticed, rounded down: 100 is said only of all. */
    public int percent() {
      return counted == 0 ? 100 : (int) (100L * noticed / counted);
    }
  }

  /**
   * A proof.
   *
   * @param properties how many properties hold
   * @param exceptions how many hold but for an exception that is declared with its reason
   * @param refuted how many do not hold
   */
  record Proof(int properties, int exceptions, int refuted) {

    /** Both together. */
    public Proof plus(Proof other) {
      return new Proof(
          properties + other.properties, exceptions + other.exceptions, refuted + other.refuted);
    }

    /** Whether nothing is refuted. */
    public boolean holds() {
      return refuted == 0;
    }
  }
}
