package org.denba.engine.proof;

import java.util.Arrays;
import java.util.Optional;

/** What is proved of every sub-chart and every derived sign. */
public enum Property {
  COMPLETE("complete", "with everything assessed there is always a row", false),
  DECIDED("decided", "with everything assessed nothing is left open", false),
  ONE_BLOCK(
      "one-block", "no two blocks of one row, and no two codes of one sign, apply together", false),
  SEVERE_FIRST("severe-first", "no row wins while a more severe one below it is certain", false),
  NO_DEAD_ROW(
      "no-dead-row", "every row wins for some patient; every sign can be yes and can be no", false),
  NO_DEAD_LINE("no-dead-line", "every line makes its row apply for some patient", false),
  NO_SPARE_LINE("no-spare-line", "every line adds a patient to those of the other lines", true),
  DANGER_SIGN("danger-sign", "a danger sign that is found never lowers the urgency", false),
  FORGETTING("forgetting", "forgetting a finding proves nothing new and rules nothing out", false),
  REFUSED("refused", "a finding that was refused or not done counts as unknown", false),
  NOTHING_KNOWN("nothing-known", "with nothing known no green row is proved", false),
  READINGS("readings", "what is certain is possible", false);

  private final String id;
  private final String words;
  private final boolean warning;

  Property(String id, String words, boolean warning) {
    this.id = id;
    this.words = words;
    this.warning = warning;
  }

  /** The word by which exceptions and reports name it. */
  public String id() {
    return id;
  }

  /** The property of this id. */
  static Optional<Property> of(String id) {
    return Arrays.stream(values()).filter(property -> property.id.equals(id)).findFirst();
  }

  /** What it says. */
  public String words() {
    return words;
  }

  /** Whether a rule set in which it does not hold is untidy, not wrong. */
  public boolean isWarning() {
    return warning;
  }
}
