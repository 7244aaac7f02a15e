package org.denba.fhir.workbench.coverage;

import java.util.List;
import org.denba.engine.verification.Bound;

/**
 * A number of the rules and the cases that hold it.
 *
 * @param bound the number
 * @param reached the ids of the cases in which it is just reached
 * @param missed the ids of the cases in which it is just missed
 */
public record HeldBound(Bound bound, List<String> reached, List<String> missed) {

  /** Whether there is a case on either side, so that a number that is moved is noticed. */
  public boolean held() {
    return !reached.isEmpty() && !missed.isEmpty();
  }
}
