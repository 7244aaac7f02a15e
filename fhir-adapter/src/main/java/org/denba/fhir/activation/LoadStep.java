package org.denba.fhir.activation;

import org.denba.engine.TriageEngine;
import org.denba.engine.rules.FolderRuleFiles;

/** Reads the files and builds the rules; what cannot be read is told with its place. */
record LoadStep() implements Step {

  @Override
  public String name() {
    return "load";
  }

  @Override
  public StepResult run(Candidate candidate) {
    candidate.loaded(
        TriageEngine.load(new FolderRuleFiles(candidate.staged()), candidate.options()));
    return StepResult.passed(
        name(), candidate.engine().rules().size() + " protocols can be read and built");
  }
}
