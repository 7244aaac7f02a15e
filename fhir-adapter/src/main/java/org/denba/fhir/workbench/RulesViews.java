package org.denba.fhir.workbench;

import org.denba.fhir.protocols.LoadedRules;

/**
 * The view of the rules that answer now: made once for a set of rules, replaced with it.
 * Thread-safe.
 */
public final class RulesViews {

  private RulesView last;

  /** The view of these rules. */
  public synchronized RulesView of(LoadedRules rules) {
    if (last == null || last.rules() != rules) {
      last = new RulesView(rules);
    }
    return last;
  }
}
