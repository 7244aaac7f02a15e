package org.denba.fhir.activation;

/**
 * What was asked for.
 *
 * @param author who asks
 * @param reason why
 * @param accept the digest of an impact that the author has seen and accepts, or null
 * @param mode how far to go
 * @param change the proposed change that a reviewer lets through, or null
 */
record ActivationRequest(
    String author, String reason, String accept, Mode mode, ProposedChange change) {

  /** How far an activation goes when every step passed. */
  enum Mode {
    /** The new rules answer. */
    ACTIVATE,
    /** Nothing is left of it. */
    DRY_RUN,
    /** They wait for a reviewer. */
    PROPOSE
  }

  /** To activate what is in the rules folder, or a version that was active before. */
  static ActivationRequest by(String author, String reason) {
    return new ActivationRequest(author, reason, null, Mode.ACTIVATE, null);
  }
}
