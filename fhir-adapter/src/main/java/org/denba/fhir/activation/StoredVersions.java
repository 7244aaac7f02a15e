package org.denba.fhir.activation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.denba.fhir.finding.UcumUnits;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.protocols.RulesSource;

/** The versions of the rules that this service has had, to ask an older one too. Thread-safe. */
public final class StoredVersions {

  private final Activator activator;
  private final UcumUnits units;

  StoredVersions(Activator activator, UcumUnits units) {
    this.activator = activator;
    this.units = units;
  }

  /**
   * A version.
   *
   * @param number its number, the first being 1
   * @param author who activated it first
   * @param time when
   * @param reason why
   * @param active whether it answers now
   */
  public record Stored(int number, String author, Instant time, String reason, boolean active) {}

  /** Every version with the overlay of this service, the newest first. */
  public List<Stored> all() {
    int active =
        activator
            .active()
            .current()
            .map(LoadedRules::version)
            .map(LoadedRules.VersionRef::number)
            .orElse(0);
    List<Stored> all = new ArrayList<>();
    for (Version version : activator.versions().versions()) {
      if (Objects.equals(version.overlay(), activator.options().overlay())) {
        all.add(
            0,
            new Stored(
                version.number(),
                version.author(),
                version.time(),
                version.reason(),
                version.number() == active));
      }
    }
    return all;
  }

  /**
   * The rules of a version. Takes seconds.
   *
   * @throws ProblemException {@link ProblemKind#NOT_FOUND} where there is no such version, {@link
   *     ProblemKind#CONFLICT} where it cannot be read any more
   */
  public LoadedRules rules(int number) {
    return activator
        .versions()
        .find(String.valueOf(number))
        .map(
            version ->
                new RulesReading(activator, units)
                    .read(new RulesSource(version.folder()), "version " + number))
        .orElseThrow(
            () -> new ProblemException(ProblemKind.NOT_FOUND, "there is no version " + number));
  }
}
