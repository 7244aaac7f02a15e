package org.denba.engine.proof;

import java.util.Optional;
import org.denba.engine.condition.Condition;

/**
 * Something that does not hold and need not: a line of {@code proof-exceptions.csv}.
 *
 * @param property the property that does not hold
 * @param what the sub-chart, row, line or derived sign
 * @param when of which patients it need not hold: of all others it is proved; empty for all
 * @param why why it is accepted
 * @param source where that stands
 * @param where file and row
 */
public record ProofException(
    Property property,
    String what,
    Optional<Condition> when,
    String why,
    String source,
    String where) {

  /** Its condition as the author wrote it, or empty. */
  public String whenText() {
    return when.map(Condition::text).orElse("");
  }

  boolean isAbout(Property proved, String subject, String part) {
    return property == proved && (what.equals(subject) || what.equals(part));
  }
}
