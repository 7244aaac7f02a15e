package org.denba.engine.impact;

import java.time.LocalDate;
import java.util.Set;

/**
 * What is compared.
 *
 * @param day the day of every patient and case that names none
 * @param protocols the protocols that are compared; empty for all
 * @param cases whether the cases are run too
 * @param inputSpace whether the charts are compared over their whole space of inputs
 */
public record ImpactOptions(
    LocalDate day, Set<String> protocols, boolean cases, boolean inputSpace) {

  public ImpactOptions {
    protocols = Set.copyOf(protocols);
  }

  /** Everything, on this day. */
  public static ImpactOptions everything(LocalDate day) {
    return new ImpactOptions(day, Set.of(), true, true);
  }

  boolean wants(String protocol) {
    return protocols.isEmpty() || protocols.contains(protocol);
  }
}
