package org.denba.engine.impact;

import org.denba.engine.protocol.Urgency;
import org.denba.engine.verification.CaseAnswer;

/**
 * How many patients go from one urgency to another; from one to the same where nothing changed.
 *
 * @param from code of an {@link Urgency}, or {@link #REFUSED}
 * @param to the same, by the new rules
 * @param count patients
 */
public record UrgencyFlow(String from, String to, long count) {

  /** For a request that was not evaluated. */
  public static final String REFUSED = "refused";

  static String of(CaseAnswer answer) {
    return answer.result() == null ? REFUSED : answer.result().urgency().code();
  }

  /** Whether the patients stay where they were. */
  public boolean stays() {
    return from.equals(to);
  }

  /** The place of an urgency from the most urgent, 0, down to {@link #REFUSED}. */
  public static int rank(String code) {
    Urgency[] urgencies = Urgency.values();
    for (Urgency urgency : urgencies) {
      if (urgency.code().equals(code)) {
        return urgencies.length - 1 - urgency.ordinal();
      }
    }
    return urgencies.length;
  }
}
