package org.denba.engine.verification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.triage.TriageRequest;

/**
 * Reads one case of a file.
 *
 * @param words the words that it may use
 * @param requests reads its encounter
 * @param fileOfId the ids that were read before, and their files
 * @param problems takes what is wrong with it
 */
record ClinicalCaseReader(
    CaseWords words,
    CaseRequestReader requests,
    Map<String, String> fileOfId,
    ProblemList problems) {

  /** What marks the few cases that are run before an engine may answer. */
  static final String CANARY = "canary";

  /** What may stand in a case. */
  static final Set<String> KEYS = keys();

  private static Set<String> keys() {
    Set<String> keys = new TreeSet<>(CaseRequestReader.KEYS);
    keys.addAll(Set.of("id", "title", "from", CANARY, "expect"));
    return keys;
  }

  /**
   * @param path its file
   * @param unnamed the entries of the case, with the place where they stand
   * @param bases the starting points that it may use
   * @throws RuleFileException where it is no case at all; other mistakes are collected
   */
  ClinicalCase read(String path, CaseValue unnamed, CaseBases bases) {
    CaseValue id = unnamed.entries().get("id");
    if (id == null) {
      throw unnamed.problem("has no id");
    }
    CaseValue named = new CaseValue(placeOf(path, unnamed) + ": " + id.text(), unnamed.value());
    String other = fileOfId.putIfAbsent(id.text(), path);
    if (other != null) {
      throw named.problem("the id stands already in " + other + ": use a new one");
    }
    Map<String, CaseValue> entries = named.entries();
    entries.forEach(
        (key, value) -> problems.collect(() -> CaseWords.known(value, key, KEYS, "key of a case")));
    if (!entries.containsKey("title") || !entries.containsKey("expect")) {
      throw named.problem("needs a title, and under 'expect' what the answer must say");
    }
    TriageRequest request = requests.read(bases.encounter(named));
    List<Expectation> expected =
        ExpectationKeys.read(entries.get("expect"), words, problems::collect);
    boolean canary = entries.containsKey(CANARY) && entries.get(CANARY).flag();
    return new ClinicalCase(
        path,
        id.text(),
        entries.get("title").text(),
        canary,
        request,
        expected,
        ExpectationKeys.names(entries.get("expect")));
  }

  /** The row of a table is known; a case of YAML is found by its id. */
  private static String placeOf(String path, CaseValue unnamed) {
    return unnamed.where().startsWith(path + ": ") ? path : unnamed.where();
  }
}
