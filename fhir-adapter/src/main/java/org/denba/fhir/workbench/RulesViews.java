package org.denba.fhir.workbench;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.denba.fhir.protocols.LoadedRules;
import org.springframework.context.MessageSource;

/**
 * The view of the rules that answer now: made once for a set of rules, replaced with it.
 * Thread-safe.
 */
public final class RulesViews {

  private final MessageSource messages;
  private final Supplier<LocalDate> today;
  private RulesView last;

  RulesViews(MessageSource messages, Supplier<LocalDate> today) {
    this.today = today;
    this.messages = messages;
  }

  /** The view of these rules. */
  public synchronized RulesView of(LoadedRules rules) {
    if (last == null || last.rules() != rules) {
      last = new RulesView(rules, messages, today);
    }
    return last;
  }
}
