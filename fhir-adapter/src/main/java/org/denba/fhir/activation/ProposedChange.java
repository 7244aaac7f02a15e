package org.denba.fhir.activation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Edited rules that passed every step and wait for a person, or did.
 *
 * @param id its number, four digits at least, as in the addresses of pages
 * @param digest the digest of its files and the overlay
 * @param overlay the overlay over them, or null
 * @param author who proposed it
 * @param reason why
 * @param time when
 * @param base the version that was active then; 0 for built-in rules that were no version yet
 * @param steps what each step said (check, cases, proof, impact …)
 * @param decision what the reviewer decided, or null while it waits
 */
public record ProposedChange(
    String id,
    String digest,
    String overlay,
    String author,
    String reason,
    Instant time,
    int base,
    List<StepResult> steps,
    Decision decision) {

  public ProposedChange {
    steps = List.copyOf(steps);
  }

  /**
   * The end of a review.
   *
   * @param state {@link State#ACTIVATED} or {@link State#SENT_BACK}
   * @param reviewer who decided
   * @param comment why
   * @param time when
   * @param base the version that it was compared with; 0 for built-in rules that were no version
   * @param version the version that it became; 0 when it was sent back
   */
  public record Decision(
      State state, String reviewer, String comment, Instant time, int base, int version) {}

  /** How far a change is. */
  public enum State {
    /** Nobody has decided. */
    WAITING("waiting"),
    /** A reviewer let it through, and it became a version. */
    ACTIVATED("activated"),
    /** A reviewer gave it back to its author; its files are kept. */
    SENT_BACK("sent-back");

    private final String code;

    State(String code) {
      this.code = code;
    }

    /** The word in files and answers. */
    public String code() {
      return code;
    }

    static Optional<State> of(String code) {
      for (State state : values()) {
        if (state.code.equals(code)) {
          return Optional.of(state);
        }
      }
      return Optional.empty();
    }
  }

  /** How far it is. */
  public State state() {
    return decision == null ? State.WAITING : decision.state();
  }

  /** Whether nobody has decided. */
  public boolean waits() {
    return decision == null;
  }

  /** The version that it is compared with where that was decided; 0 for built-in rules. */
  int comparedWith() {
    return decision == null ? base : decision.base();
  }

  ProposedChange decided(Decision by) {
    return new ProposedChange(id, digest, overlay, author, reason, time, base, steps, by);
  }
}
