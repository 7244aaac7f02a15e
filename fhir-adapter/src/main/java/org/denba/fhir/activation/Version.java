package org.denba.fhir.activation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A set of rule files that was activated once, as it was then.
 *
 * @param number its number, the first being 1
 * @param digest the digest of its files and the overlay
 * @param overlay the overlay over them, or null
 * @param author who activated it first
 * @param time when
 * @param reason why
 * @param steps what the steps of the activation said
 * @param folder where its rule files are
 */
record Version(
    int number,
    String digest,
    String overlay,
    String author,
    Instant time,
    String reason,
    List<StepResult> steps,
    Path folder) {

  Version {
    steps = List.copyOf(steps);
  }

  /**
   * One time that a version became the active one.
   *
   * @param version its number
   * @param how {@code start}, {@code activate} or {@code rollback}
   */
  record Activated(
      int version,
      String digest,
      String overlay,
      Instant time,
      String how,
      String author,
      String reason) {}
}
