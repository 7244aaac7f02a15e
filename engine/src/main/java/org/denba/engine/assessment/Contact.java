package org.denba.engine.assessment;

import java.util.Set;

/**
 * Where and at what kind of visit a patient is seen; part of the request, so always known.
 *
 * @param setting {@code health-facility} or {@code community}
 * @param followUp whether this is a follow-up visit
 * @param earlierRows the rows that an earlier visit reported; empty at a first visit
 */
public record Contact(String setting, boolean followUp, Set<String> earlierRows) {

  public Contact {
    earlierRows = Set.copyOf(earlierRows);
  }

  /** A first visit. */
  public static Contact first(String setting) {
    return new Contact(setting, false, Set.of());
  }
}
