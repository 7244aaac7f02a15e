package org.denba.fhir.workbench.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.verification.CaseFiles;
import org.denba.engine.verification.ClinicalCase;
import org.denba.engine.verification.OverlayCases;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

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
  private Map<String, Set<String>> named(List<ClinicalCase> cases, Set<String> rows) {
    Map<String, Set<String>> named = new HashMap<>();
    Set<String> files = cases.stream().map(ClinicalCase::file).collect(Collectors.toSet());
    for (String file : files) {
      Object read =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(engine.files().read(file));
      if (read instanceof Map<?, ?> map && map.get("cases") instanceof List<?> list) {
        for (Object item : list) {
          if (item instanceof Map<?, ?> one) {
            Set<String> found = new HashSet<>();
            collect(one.get("expect"), rows, found);
            named.put(String.valueOf(one.get("id")), found);
          }
        }
      }
    }
    return named;
  }

  private static void collect(Object value, Set<String> rows, Set<String> found) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, each) -> {
            collect(key, rows, found);
            collect(each, rows, found);
          });
    } else if (value instanceof Collection<?> list) {
      list.forEach(each -> collect(each, rows, found));
    } else if (value instanceof String text && rows.contains(text)) {
      found.add(text);
    }
  }
}
