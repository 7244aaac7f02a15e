package org.denba.engine.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.denba.engine.TriageEngine;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.TriageRequest;

/**
 * A visit without what tells who the patient is. Nothing is searched for and struck out: only what
 * the rule files have a word for is taken over, so that a text of which nobody thought is left out
 * too.
 *
 * @param request the visit; its date still stands there, to count days back from
 * @param notes what was left out that an answer may rest on
 */
record WithoutIdentity(TriageRequest request, List<String> notes) {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Set<String> SETTINGS =
      Set.of(TriageRequest.FACILITY, TriageRequest.COMMUNITY);

  /**
   * @param visit the day of the visit
   */
  static WithoutIdentity of(
      TriageEngine engine, CaseWords words, TriageRequest request, LocalDate visit) {
    List<String> notes = new ArrayList<>();
    Set<String> known = known(engine.files());
    Map<String, Object> parameters = new LinkedHashMap<>();
    request
        .parameters()
        .forEach(
            (id, value) -> {
              boolean said =
                  value instanceof Number || value instanceof Boolean || isKnown(value, known);
              if (words.parameters().contains(id) && said) {
                parameters.put(id, value);
              } else {
                notes.add("left out, since a case cannot say it: a parameter");
              }
            });
    TriageRequest.Companion second = request.companion();
    return new WithoutIdentity(
        new TriageRequest(
            null,
            request.protocol(),
            SETTINGS.contains(request.setting()) ? request.setting() : null,
            visit,
            null,
            TriageRequest.FOLLOW_UP.equals(request.visit())
                ? TriageRequest.FOLLOW_UP
                : TriageRequest.INITIAL,
            request.earlier().stream()
                .filter(row -> words.rows().contains(row.rule()))
                .map(row -> new TriageRequest.EarlierRow(row.rule(), null))
                .toList(),
            request.patient().withoutId(),
            parameters,
            kept(request.findings(), words, known, notes),
            List.of(),
            second == null
                ? null
                : new TriageRequest.Companion(
                    second.patient().withoutId(),
                    kept(second.findings(), words, known, notes),
                    List.of())),
        notes.stream().distinct().toList());
  }

  private static Map<String, Finding> kept(
      Map<String, Finding> findings, CaseWords words, Set<String> known, List<String> notes) {
    Map<String, Finding> kept = new LinkedHashMap<>();
    findings.forEach(
        (id, finding) ->
            words
                .dictionary()
                .element(id)
                .filter(element -> !element.derived())
                .ifPresentOrElse(
                    element -> kept.put(id, kept(element, finding, known, notes)),
                    () -> notes.add("left out, since a case cannot say it: a finding")));
    return kept;
  }

  private static Finding kept(
      DataElement element, Finding finding, Set<String> known, List<String> notes) {
    // the rules refuse a code that they do not have, and a reason: only lists hold other words
    if (finding instanceof Finding.Entries list) {
      return new Finding.Entries(
          list.entries().stream().map(each -> entry(element, each, known, notes)).toList());
    }
    return finding;
  }

  private static Map<String, String> entry(
      DataElement element, Map<String, String> entry, Set<String> known, List<String> notes) {
    Map<String, String> kept = new LinkedHashMap<>();
    entry.forEach(
        (field, value) -> {
          if (element.codes().contains(field)
              && (DAY.matcher(value).matches() || known.contains(value))) {
            kept.put(field, value);
          } else {
            notes.add("left out of '" + element.id() + "': a word that the rule files do not have");
          }
        });
    return kept;
  }

  private static boolean isKnown(Object value, Set<String> known) {
    return Arrays.stream(String.valueOf(value).split("[,|\\s\\[\\]]+"))
        .filter(word -> !word.isEmpty())
        .allMatch(known::contains);
  }

  /** Everything that stands as a cell, or in a list in a cell, of a table of the rules. */
  private static Set<String> known(RuleFiles files) {
    Set<String> known = new HashSet<>();
    for (String path : files.list("")) {
      if (path.endsWith(".csv")) {
        for (List<String> line : CsvTable.lines(path, files.read(path))) {
          line.forEach(cell -> known.addAll(Arrays.asList(cell.strip().split("\\|"))));
        }
      }
    }
    return known;
  }
}
