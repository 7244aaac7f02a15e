package org.denba.fhir.activation;

import java.io.IOException;
import java.util.List;

/** Takes a version from its folder, unless somebody has changed its files since. */
record KnownVersionStep(Version version) implements Step {

  @Override
  public String name() {
    return "snapshot";
  }

  @Override
  public StepResult run(Candidate candidate) {
    try {
      String digest = Snapshot.digest(version.folder(), version.overlay());
      if (!digest.equals(version.digest())) {
        return StepResult.failed(
            name(),
            "the files of version " + version.number() + " are not those that were activated",
            List.of(
                "expected " + version.digest(),
                "found " + digest,
                "restore the folder from a copy, or choose another version"));
      }
    } catch (IOException e) {
      return StepResult.failed(
          name(), "the files of version " + version.number() + " cannot be read", List.of());
    }
    candidate.copied(version.folder(), version.digest(), version);
    return StepResult.passed(name(), "version " + version.number() + ", as it was activated");
  }
}
