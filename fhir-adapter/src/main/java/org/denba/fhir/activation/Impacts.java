package org.denba.fhir.activation;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.denba.engine.TriageEngine;
import org.denba.engine.approval.Sha256;
import org.denba.engine.impact.CohortLine;
import org.denba.engine.impact.Impact;
import org.denba.engine.impact.ImpactReport;
import org.denba.engine.impact.SyntheticCohort;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.denba.fhir.impact.ImpactSource;

/**
 * Compares two sets of rules over all cases, the invented patients and the space of inputs. What
 * was found is remembered; patients of it are invented. Thread-safe: the same is not compared twice
 * at once.
 */
final class Impacts {

  private static final int MOST_KEPT = 100;
  private static final long SEED = 1;
  private static final String LANGUAGE = "en";

  private final int patients;
  private final EngineOptions options;
  private final Map<String, ImpactOfChange> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ImpactOfChange> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /**
   * @param patients how many patients are invented
   * @param options what the operator decides: the day of their visits
   */
  Impacts(int patients, EngineOptions options) {
    this.patients = patients;
    this.options = options;
  }

  /**
   * What becomes of patients. Takes seconds where it is not known.
   *
   * @throws org.denba.engine.rules.RuleFileException when the prevalences of the rules before
   *     cannot be read
   */
  synchronized ImpactOfChange between(
      TriageEngine before, TriageEngine after, String beforeName, String afterName) {
    LocalDate day = options.today().get();
    String rules = day + " " + rules(before) + " " + rules(after);
    ImpactSource source = new ImpactSource(beforeName, afterName, true, SEED);
    ImpactOfChange found = known.get(rules);
    if (found == null) {
      Iterator<CohortLine> cohort =
          SyntheticCohort.read(before.files(), before.dictionary(), Impact.protocols(before, after))
              .patients(patients, SEED, day, LANGUAGE);
      ImpactReport report = Impact.between(before, after, cohort, day);
      Map<String, ImpactReport> translated = new LinkedHashMap<>();
      after.languages().stream()
          .filter(language -> !language.equals(LANGUAGE))
          .forEach(
              language ->
                  translated.put(
                      language, Impact.inLanguage(report, before, after, language, day)));
      found = ImpactOfChange.of(report, translated, source, rules(before) + rules(after));
      known.put(rules, found);
    }
    return new ImpactOfChange(found.report(), found.translated(), source, found.digest());
  }

  /** The rules as they were built, and every file beside them: cases are compared too. */
  private static String rules(TriageEngine engine) {
    StringBuilder digests = new StringBuilder();
    engine.rules().forEach(protocol -> digests.append(protocol.digest()).append(' '));
    RuleFiles files = engine.files();
    for (String path : files.list("")) {
      digests.append(path).append(' ').append(Sha256.of(files.find(path).orElse(""))).append('\n');
    }
    return Sha256.of(digests.toString());
  }
}
