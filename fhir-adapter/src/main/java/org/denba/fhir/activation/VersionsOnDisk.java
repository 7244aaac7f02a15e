package org.denba.fhir.activation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.denba.engine.TriageEngine;
import org.denba.engine.approval.Approval;
import org.denba.engine.approval.ProtocolApproval;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.FolderRuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.denba.fhir.finding.Quoted;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;

/**
 * A folder of versions without a service: what the commands show and change. A service that runs
 * takes it up when it starts again.
 */
public final class VersionsOnDisk {

  private final Path folder;
  private final VersionStore versions;

  /**
   * @throws ProblemException {@link ProblemKind#NOT_FOUND} where there are no versions
   */
  public VersionsOnDisk(Path folder) {
    if (!Files.isRegularFile(folder.resolve(VersionStore.HISTORY))) {
      throw new ProblemException(
          ProblemKind.NOT_FOUND,
          folder
              + ": there is no "
              + VersionStore.HISTORY
              + ": name the folder that the service has as denba.versions");
    }
    this.folder = folder;
    this.versions = new VersionStore(folder, true);
  }

  /** One line a version, the newest first; the active one is marked. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    int active = active().version();
    for (Version version : versions.versions()) {
      lines.add(
          0,
          (version.number() == active ? "* " : "  ")
              + version.number()
              + "  "
              + version.time()
              + "  "
              + version.digest().substring(0, "sha256:".length() + 12)
              + (version.overlay() == null ? "" : "  overlay " + version.overlay())
              + "  "
              + version.author()
              + ": "
              + version.reason());
    }
    return lines;
  }

  /**
   * Makes a version active again.
   *
   * @return its number
   * @throws ProblemException where there is no such version, or its files are not those that were
   *     activated
   */
  public int rollback(String numberOrDigest, String author, String reason, Instant now) {
    Version version = version(numberOrDigest);
    try {
      if (!Snapshot.digest(version.folder(), version.overlay()).equals(version.digest())) {
        throw new ProblemException(
            ProblemKind.CONFLICT,
            "the files of version "
                + version.number()
                + " are not those that were activated: restore them, or choose another version");
      }
      versions.activated(
          new Version.Activated(
              version.number(),
              version.digest(),
              version.overlay(),
              now,
              "rollback",
              author,
              reason));
    } catch (IOException e) {
      throw new ProblemException(
          ProblemKind.CONFLICT, folder + " cannot be read and written: check its permissions");
    }
    return version.number();
  }

  /**
   * Approves rows of the active version.
   *
   * @param protocol the protocol's id
   * @param rows the rows, or null for all of them
   * @return what of the protocol is approved now
   */
  public ProtocolApproval approve(
      String protocol,
      List<String> rows,
      Approval.Approver approver,
      LocalDate date,
      String comment,
      Instant now) {
    Version version = version(String.valueOf(active().version()));
    TriageEngine engine =
        TriageEngine.load(
            new FolderRuleFiles(version.folder()),
            EngineOptions.defaults(() -> date).with(version.overlay(), null));
    Optional<String> digest =
        engine.rules().stream()
            .filter(each -> each.id().equals(protocol))
            .map(Protocol::digest)
            .findFirst();
    Approval approval =
        Approving.approval(
            new Approving.Request(protocol, digest.orElse(""), rows, approver, date, comment),
            engine);
    versions.approvalsFile().add(approval, now);
    return Objects.requireNonNull(
        engine.approved(versions.approvals()).approval(protocol).orElse(null));
  }

  private Version.Activated active() {
    List<Version.Activated> history = versions.history();
    if (history.isEmpty()) {
      throw new ProblemException(ProblemKind.NOT_FOUND, folder + ": no version was ever active");
    }
    return history.get(history.size() - 1);
  }

  private Version version(String numberOrDigest) {
    return versions
        .find(numberOrDigest)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemKind.NOT_FOUND,
                    folder
                        + ": there is no version "
                        + Quoted.of(numberOrDigest)
                        + ": see the command versions"));
  }
}
