package org.denba.fhir.activation;

import java.util.List;
import org.denba.engine.verification.CaseFailure;
import org.denba.engine.verification.SelfTest;

/** Runs the few cases that must pass on this site before any rules may answer. */
record CanariesStep() implements Step {

  @Override
  public String name() {
    return "canaries";
  }

  @Override
  public StepResult run(Candidate candidate) {
    List<CaseFailure> failures = SelfTest.of(candidate.engine()).canaries();
    return failures.isEmpty()
        ? StepResult.passed(name(), "every canary case is answered as expected")
        : StepResult.failed(
            name(),
            failures.size() + " canary case(s) are not answered as expected",
            CasesStep.lines(failures, candidate.engine().files()));
  }
}
