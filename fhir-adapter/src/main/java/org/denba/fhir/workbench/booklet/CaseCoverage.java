package org.denba.fhir.workbench.booklet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.verification.CaseFiles;
import org.denba.engine.verification.CaseResult;
import org.denba.engine.verification.CaseRunner;
import org.denba.engine.verification.ClinicalCase;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Runs the cases of a protocol and notes which rows each of them covers. */
final class CaseCoverage {

  private final TriageEngine engine;
  private final LocalDate day;

  /**
   * @param engine the rules alone: cases are written for their own parameter values
   * @param day the day of the cases that name none
   */
  CaseCoverage(TriageEngine engine, LocalDate day) {
    this.engine = engine;
    this.day = day;
  }

  Coverage of(Protocol protocol) {
    try {
      List<ClinicalCase> cases = CaseFiles.read(engine, engine.files(), protocol.id(), day);
      Map<String, Set<String>> named = named(cases, protocol.rowIds());
      Map<String, List<Coverage.Covering>> byRow = new LinkedHashMap<>();
      for (ClinicalCase each : cases) {
        CaseResult result = CaseRunner.run(engine, each);
        Set<String> proved = proved(result);
        Set<String> names = named.getOrDefault(each.id(), Set.of());
        Set<String> rows = new LinkedHashSet<>(proved);
        rows.addAll(names);
        for (String row : rows) {
          byRow
              .computeIfAbsent(row, id -> new ArrayList<>())
              .add(
                  new Coverage.Covering(
                      each, proved.contains(row), names.contains(row), result.passed()));
        }
      }
      return new Coverage(
          true,
          null,
          cases.stream().collect(Collectors.toMap(ClinicalCase::id, each -> each)),
          byRow);
    } catch (RuleFileException e) {
      // said on the pages: rows without cases would look like rows that nobody tests
      return new Coverage(true, e.getMessage(), Map.of(), Map.of());
    }
  }

  private static Set<String> proved(CaseResult result) {
    if (result.answer().result() == null) {
      return Set.of();
    }
    return result.answer().result().classifications().stream()
        .filter(row -> row.status() == TriageResult.Status.PROVED)
        .map(TriageResult.Classification::rule)
        .collect(Collectors.toSet());
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
