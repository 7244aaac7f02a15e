package org.denba.fhir.activation;

import java.util.List;

/** Takes the files of a proposed change, unless somebody has changed them since. */
record ChangeStep(VersionStore versions, ChangesOnDisk changes, ProposedChange change)
    implements Step {

  @Override
  public String name() {
    return "snapshot";
  }

  @Override
  public StepResult run(Candidate candidate) {
    StepResult copied =
        new SnapshotStep(versions, new RulesFolder(changes.files(change))).run(candidate);
    if (copied.result() != StepResult.Result.PASSED || change.digest().equals(candidate.digest())) {
      return copied;
    }
    return StepResult.failed(
        name(),
        "the files of change " + change.id() + " are not those that were proposed",
        List.of(
            "expected " + change.digest(),
            "found " + candidate.digest(),
            "propose what is in the rules folder again"));
  }
}
