package org.denba.fhir.protocols;

import java.time.Instant;
import java.util.List;
import org.denba.engine.TriageEngine;
import org.denba.engine.approval.Approvals;
import org.denba.fhir.finding.FindingReader;
import org.denba.fhir.finding.UcumUnits;

/**
 * One set of rules and what reads findings by its dictionary.
 *
 * @param engine evaluates by these rules
 * @param findings checks what clients send against their dictionary
 * @param languages the languages that they speak, the first being the one for who reads none of
 *     them
 * @param version which version of the rules they are, or null where versions are not counted
 */
public record LoadedRules(
    TriageEngine engine, FindingReader findings, List<String> languages, VersionRef version) {

  public LoadedRules {
    languages = List.copyOf(languages);
  }

  /**
   * A version of the rules.
   *
   * @param number its number, the first being 1
   * @param digest the digest of all its files and the overlay
   * @param since when it was activated
   */
  public record VersionRef(int number, String digest, Instant since) {}

  public static LoadedRules of(TriageEngine engine, UcumUnits units) {
    return of(engine, units, null);
  }

  /** The rules of a version. */
  public static LoadedRules of(TriageEngine engine, UcumUnits units, VersionRef version) {
    return new LoadedRules(
        engine,
        new FindingReader(engine.dictionary(), units, engine::computedFrom),
        engine.languages(),
        version);
  }

  /** The same rules with what is approved of them by now. */
  public LoadedRules approved(Approvals approvals) {
    TriageEngine approved = engine.approved(approvals);
    return new LoadedRules(approved, findings, languages, version);
  }
}
