package org.denba.fhir.protocols;

import java.util.Optional;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;

/**
 * Holds the rules that answers are given by. Rules are replaced as a whole: a call uses one set
 * from its start to its end.
 */
public final class ActiveRules {

  private volatile LoadedRules current;

  /**
   * @throws ProblemException {@link ProblemKind#NO_RULES} while none are loaded
   */
  public LoadedRules required() {
    LoadedRules rules = current;
    if (rules == null) {
      throw new ProblemException(
          ProblemKind.NO_RULES, "the rules are being loaded or cannot be: see /actuator/health");
    }
    return rules;
  }

  /** The rules, or empty while none are loaded. */
  public Optional<LoadedRules> current() {
    return Optional.ofNullable(current);
  }

  public boolean loaded() {
    return current != null;
  }

  public void replace(LoadedRules rules) {
    current = rules;
  }
}
