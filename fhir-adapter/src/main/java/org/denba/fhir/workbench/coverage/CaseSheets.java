package org.denba.fhir.workbench.coverage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.verification.CaseFiles;
import org.denba.engine.verification.ClinicalCase;
import org.denba.engine.verification.OverlayCases;

/** Reads the cases of a protocol, and those that an overlay adds, and runs each of them. */
final class CaseSheets {

  private final TriageEngine engine;
  private final TriageEngine alone;
  private final TriageEngine overlaid;
  private final LocalDate day;

  /**
   * @param engine the rules that answer
   * @param day the day of the cases that name none
   */
  CaseSheets(TriageEngine engine, LocalDate day) {
    this.engine = engine;
    this.alone = engine.rulesAlone();
    this.overlaid = engine.overlayAlone();
    this.day = day;
  }

  /** What the cases say of a protocol. */
  Coverage of(Protocol protocol) {
    try {
      CaseCoverage coverage = new CaseCoverage(protocol, engine.dictionary());
      List<ClinicalCase> own = CaseFiles.read(alone, engine.files(), protocol.id(), day);
      coverage.add(alone, own, named(own, protocol.rowIds()));
      if (engine.overlay().isPresent()) {
        List<ClinicalCase> added = ofOverlay(protocol.id());
        coverage.add(overlaid, added, named(added, protocol.rowIds()));
      }
      return coverage.coverage();
    } catch (RuleFileException e) {
      // said on the pages: rows without cases would look like rows that nobody tests
      return new Coverage(true, e.getMessage(), Map.of(), Map.of(), List.of(), List.of());
    }
  }

  private List<ClinicalCase> ofOverlay(String protocol) {
    return OverlayCases.read(overlaid, engine.files(), engine.overlay().orElseThrow(), day).stream()
        .filter(each -> protocol.equals(each.request().protocol()))
        .toList();
  }

  /** The rows that each case's expectations name, by the id of the case. */
  private static Map<String, Set<String>> named(List<ClinicalCase> cases, Set<String> rows) {
    Map<String, Set<String>> named = new HashMap<>();
    for (ClinicalCase each : cases) {
      Set<String> found = new HashSet<>(each.names());
      found.retainAll(rows);
      named.put(each.id(), found);
    }
    return named;
  }
}
