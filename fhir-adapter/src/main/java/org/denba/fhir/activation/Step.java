package org.denba.fhir.activation;

/** One step on the way from edited files to active rules. */
interface Step {

  /** Its name, in the results and in messages. */
  String name();

  /**
   * Looks at the candidate, and may add to it.
   *
   * @throws org.denba.engine.rules.RuleFileException when the files cannot be used: the same as a
   *     failed step with that message
   */
  StepResult run(Candidate candidate);
}
