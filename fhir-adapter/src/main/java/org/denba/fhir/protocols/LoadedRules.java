package org.denba.fhir.protocols;

import java.util.List;
import org.denba.engine.TriageEngine;
import org.denba.fhir.finding.FindingReader;
import org.denba.fhir.finding.UcumUnits;

/**
 * One set of rules and what reads findings by its dictionary.
 *
 * @param engine evaluates by these rules
 * @param findings checks what clients send against their dictionary
 * @param languages the languages that they speak, the first being the one for who reads none of
 *     them
 */
public record LoadedRules(TriageEngine engine, FindingReader findings, List<String> languages) {

  public LoadedRules {
    languages = List.copyOf(languages);
  }

  public static LoadedRules of(TriageEngine engine, UcumUnits units) {
    return new LoadedRules(
        engine,
        new FindingReader(engine.dictionary(), units, engine::computedFrom),
        engine.languages());
  }
}
