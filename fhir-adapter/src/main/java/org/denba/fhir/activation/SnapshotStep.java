package org.denba.fhir.activation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.denba.engine.rules.RuleFileException;

/**
 * Copies the files, so that an edit from now on changes nothing, and tells them by their digest.
 */
record SnapshotStep(VersionStore versions, RulesFolder source) implements Step {

  @Override
  public String name() {
    return "snapshot";
  }

  @Override
  public StepResult run(Candidate candidate) {
    try {
      Optional<Version> unchanged = unchanged(candidate.options().overlay());
      if (unchanged.isPresent()) {
        return known(candidate, unchanged.get());
      }
      Path staged = versions.stage();
      try {
        Snapshot.copy(source.folder(), staged);
        String digest = Snapshot.digest(staged, candidate.options().overlay());
        Optional<Version> same = versions.find(digest);
        if (same.isPresent()) {
          versions.discard(staged);
          return known(candidate, same.get());
        }
        candidate.copied(staged, digest, null);
        return StepResult.passed(name(), "new files, " + digest);
      } catch (RuleFileException e) {
        versions.discard(staged);
        throw e;
      }
    } catch (IOException e) {
      throw new RuleFileException(
          versions.root().toString(),
          "the files cannot be copied here: check that the folder may be written and the disk has"
              + " room",
          e);
    }
  }

  /** The version with the very files of the folder: then nothing needs to be copied. */
  private Optional<Version> unchanged(String overlay) throws IOException {
    if (source.folder() == null || !Files.isDirectory(source.folder())) {
      return Optional.empty();
    }
    return versions.find(Snapshot.digest(source.folder(), overlay));
  }

  private StepResult known(Candidate candidate, Version version) {
    StepResult kept = new KnownVersionStep(version).run(candidate);
    return kept.result() == StepResult.Result.PASSED
        ? StepResult.passed(name(), "the same files as version " + version.number())
        : kept;
  }
}
