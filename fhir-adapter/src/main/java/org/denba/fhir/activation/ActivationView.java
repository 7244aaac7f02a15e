package org.denba.fhir.activation;

import java.util.List;

/**
 * An activation as clients see it.
 *
 * @param id by which to ask again
 * @param how {@code activate}, {@code propose}, {@code review} or {@code rollback}
 * @param outcome {@code running}, {@code active}, {@code ready}, {@code in-review}, {@code
 *     needs-acceptance} or {@code failed}
 * @param version the number of the version, or null where there is none yet
 * @param digest the digest of its files, or null before they were read
 * @param change the change in which the rules wait for a reviewer, or from which they came, or null
 * @param impact the digest of its impact on patients, or null
 * @param author who asked
 * @param reason why
 * @param dryRun whether nothing is left of it
 * @param started when
 * @param ended when, or null while it runs
 * @param survivesRestart whether versions are kept on disk
 * @param steps what each step said so far
 */
public record ActivationView(
    String id,
    String how,
    String outcome,
    Integer version,
    String digest,
    String change,
    String impact,
    String author,
    String reason,
    boolean dryRun,
    String started,
    String ended,
    boolean survivesRestart,
    List<Step> steps) {

  /**
   * A step as clients see it.
   *
   * @param name {@code check}, {@code load}, {@code cases} …
   * @param result {@code passed}, {@code failed} or {@code needs-acceptance}
   * @param summary one sentence
   * @param details each mistake or change
   * @param milliseconds how long it took
   */
  public record Step(
      String name, String result, String summary, List<String> details, long milliseconds) {

    /** A step as clients see it. */
    public static Step of(StepResult step) {
      return new Step(
          step.name(), step.result().code(), step.summary(), step.details(), step.millis());
    }
  }

  /** Whether it has not ended. */
  boolean running() {
    return ended == null;
  }
}
