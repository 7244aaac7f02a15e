package org.denba.fhir.workbench.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.TriageEngine;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.overlay.OverlayFiles;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.engine.triage.CaseProbe;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.verification.Bound;
import org.denba.engine.verification.Bounds;
import org.denba.engine.verification.CaseResult;
import org.denba.engine.verification.CaseRunner;
import org.denba.engine.verification.ClinicalCase;
import org.denba.fhir.workbench.coverage.Coverage.Covering;
import org.denba.fhir.workbench.coverage.Coverage.Side;

/** Notes what cases say of the rows and numbers of one protocol. Used by one thread. */
final class CaseCoverage {

  private final String protocol;
  private final Set<String> rows;
  private final Map<String, ClinicalCase> cases = new LinkedHashMap<>();
  private final Map<String, List<Covering>> byRow = new LinkedHashMap<>();
  private final Map<String, Held> bounds = new LinkedHashMap<>();
  private final List<FailingCase> failing = new ArrayList<>();

  /** A number while its cases are collected. */
  private record Held(Bound bound, List<String> reached, List<String> missed) {}

  /**
   * @param protocol the protocol as it answers here
   */
  CaseCoverage(Protocol protocol, DataDictionary dictionary) {
    this.protocol = protocol.id();
    this.rows = protocol.rowIds();
    for (Bound bound : Bounds.of(protocol, dictionary)) {
      bounds.putIfAbsent(bound.text(), new Held(bound, new ArrayList<>(), new ArrayList<>()));
    }
  }

  /** Whether a case lies in the folder of an overlay. */
  static boolean isOfOverlay(ClinicalCase tested) {
    return tested.file().startsWith(OverlayFiles.FOLDER);
  }

  /**
   * Runs cases.
   *
   * @param engine the engine that they are written for
   * @param read the cases of this protocol
   * @param named the rows that each of them expects something of, by its id
   */
  void add(TriageEngine engine, List<ClinicalCase> read, Map<String, Set<String>> named) {
    CaseProbe probe = engine.probe(protocol);
    Map<String, Bound> seenBy = new HashMap<>();
    Bounds.of(probe.protocol(), engine.dictionary())
        .forEach(bound -> seenBy.putIfAbsent(bound.text(), bound));
    for (ClinicalCase each : read) {
      cases.put(each.id(), each);
      CaseResult result = CaseRunner.run(engine, each);
      if (!result.passed()) {
        failing.add(FailingCase.of(result));
      }
      Optional<CaseProbe.Seen> seen = probe.see(each.request());
      rows(result, seen, probe.protocol(), named.getOrDefault(each.id(), Set.of()));
      seen.ifPresent(of -> hold(each.id(), of, seenBy));
    }
  }

  private void rows(
      CaseResult result, Optional<CaseProbe.Seen> seen, Protocol evaluated, Set<String> named) {
    Map<String, Side> sides = new LinkedHashMap<>();
    if (result.answer().result() != null) {
      for (Classification row : result.answer().result().classifications()) {
        Side side = row.status() == TriageResult.Status.PROVED ? Side.WINS : Side.OPEN;
        // the blocks of a row can be told apart: one that is proved counts more
        sides.merge(row.rule(), side, (a, b) -> a == Side.WINS ? a : b);
      }
    }
    seen.ifPresent(of -> actionRows(of, evaluated, sides));
    Set<String> told = new LinkedHashSet<>(sides.keySet());
    told.addAll(named);
    told.retainAll(rows);
    for (String row : told) {
      byRow
          .computeIfAbsent(row, id -> new ArrayList<>())
          .add(
              new Covering(
                  result.tested(),
                  sides.getOrDefault(row, Side.RULED_OUT),
                  named.contains(row),
                  result.passed()));
    }
  }

  /** A row that only gives actions is in no answer; whether it applied is seen inside. */
  private static void actionRows(CaseProbe.Seen seen, Protocol evaluated, Map<String, Side> sides) {
    for (Row row : evaluated.rows()) {
      if (!row.classifies() && seen.proved().contains(row)) {
        sides.put(row.id(), Side.WINS);
      } else if (!row.classifies() && seen.assessment().isOpen(row.slot())) {
        sides.putIfAbsent(row.id(), Side.OPEN);
      }
    }
  }

  private void hold(String id, CaseProbe.Seen seen, Map<String, Bound> seenBy) {
    bounds.forEach(
        (text, held) -> {
          Bound bound = seenBy.get(text);
          if (bound != null && bound.isHeldBy(seen, true)) {
            held.reached().add(id);
          }
          if (bound != null && bound.isHeldBy(seen, false)) {
            held.missed().add(id);
          }
        });
  }

  /** What is known once all cases were added. */
  Coverage coverage() {
    return new Coverage(
        true,
        null,
        cases,
        byRow,
        bounds.values().stream()
            .map(each -> new HeldBound(each.bound(), each.reached(), each.missed()))
            .toList(),
        failing);
  }
}
