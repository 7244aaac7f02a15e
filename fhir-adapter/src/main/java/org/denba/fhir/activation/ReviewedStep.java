package org.denba.fhir.activation;

/** Writes down with the version who let it through. */
record ReviewedStep(ActivationRequest request) implements Step {

  @Override
  public String name() {
    return "review";
  }

  @Override
  public StepResult run(Candidate candidate) {
    return StepResult.passed(
        name(),
        "change "
            + request.change().id()
            + " was let through by "
            + request.author()
            + ": "
            + request.reason());
  }
}
