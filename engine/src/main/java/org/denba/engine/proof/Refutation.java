package org.denba.engine.proof;

import java.util.Optional;

/**
 * Something that does not hold.
 *
 * @param property what does not hold
 * @param subject the sub-chart or derived sign
 * @param what the row, line or finding that shows it
 * @param words what is the case instead, in a sentence
 * @param patient a patient who shows it, where there is one
 * @param other the same patient with one thing said otherwise, where two are compared
 * @param why why it is accepted all the same, or empty
 */
public record Refutation(
    Property property,
    String subject,
    String what,
    String words,
    Optional<Patient> patient,
    Optional<Patient> other,
    String why) {

  static Refutation of(Property property, String subject, String what, String words) {
    return new Refutation(property, subject, what, words, Optional.empty(), Optional.empty(), "");
  }

  Refutation shownBy(Patient shown) {
    return new Refutation(property, subject, what, words, Optional.of(shown), other, why);
  }

  Refutation against(Patient compared) {
    return new Refutation(property, subject, what, words, patient, Optional.of(compared), why);
  }

  Refutation accepted(String reason) {
    return new Refutation(property, subject, what, words, patient, other, reason);
  }

  /** Whether it is an exception that the rules declare, or only untidy. */
  public boolean isAccepted() {
    return !why.isEmpty() || property.isWarning();
  }

  /** The whole in one line. */
  public String line() {
    StringBuilder line = new StringBuilder();
    line.append(property.id()).append(" ").append(subject);
    if (!what.isEmpty()) {
      line.append(" ").append(what);
    }
    line.append(": ").append(words);
    patient.ifPresent(p -> line.append(" [").append(p.words()).append("]"));
    other.ifPresent(p -> line.append(" against [").append(p.words()).append("]"));
    if (!why.isEmpty()) {
      line.append(" (accepted: ").append(why).append(")");
    }
    return line.toString();
  }
}
