package org.denba.engine.check;

import java.time.LocalDate;
import java.util.Set;

/**
 * What a check looks at.
 *
 * @param day the day of assessment of the cases that name none
 * @param cases whether the cases are run, where nothing keeps them from being run
 * @param protocols the protocols to read; empty for all
 * @param overlays the overlays to lay over the rules, one after the other; null for all
 */
public record CheckOptions(
    LocalDate day, boolean cases, Set<String> protocols, Set<String> overlays) {

  /** Everything: all protocols, all overlays, all cases. */
  public static CheckOptions all(LocalDate day) {
    return new CheckOptions(day, true, Set.of(), null);
  }

  /** The same without running the cases; what is wrong with their files is said all the same. */
  public CheckOptions withoutCases() {
    return new CheckOptions(day, false, protocols, overlays);
  }

  /** The same for some protocols only. */
  public CheckOptions onlyProtocols(Set<String> some) {
    return new CheckOptions(day, cases, some, overlays);
  }

  /** The same with these overlays only. */
  public CheckOptions onlyOverlays(Set<String> some) {
    return new CheckOptions(day, cases, protocols, some);
  }

  boolean looksAt(String protocol) {
    return protocols.isEmpty() || protocols.contains(protocol);
  }
}
