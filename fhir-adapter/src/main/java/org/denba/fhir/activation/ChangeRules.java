package org.denba.fhir.activation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.denba.fhir.finding.UcumUnits;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.protocols.RulesSource;

/** Reads the rules of a change and those that it is compared with. Thread-safe. */
final class ChangeRules {

  private static final int MOST_LOADED = 2;

  private final Activator activator;
  private final ChangesOnDisk changes;
  private final UcumUnits units;

  /** The rules of the last changes that somebody looked at; they take seconds to read. */
  private final Map<String, ComparedRules> loaded =
      new LinkedHashMap<>(MOST_LOADED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ComparedRules> eldest) {
          return size() > MOST_LOADED;
        }
      };

  ChangeRules(Activator activator, ChangesOnDisk changes, UcumUnits units) {
    this.activator = activator;
    this.changes = changes;
    this.units = units;
  }

  /**
   * Both sets of rules.
   *
   * @throws ProblemException {@link ProblemKind#CONFLICT} where they cannot be read any more
   */
  synchronized ComparedRules of(ProposedChange change) {
    String key = change.id() + " " + change.state().code();
    ComparedRules compared = loaded.get(key);
    if (compared == null || change.waits() && compared.before() != activator.active().required()) {
      compared = load(change);
      loaded.put(key, compared);
    }
    return compared;
  }

  private ComparedRules load(ProposedChange change) {
    LoadedRules after =
        loaded(
            new RulesSource(changes.files(change)), "the files of " + ChangeReviews.name(change));
    if (change.waits()) {
      LoadedRules active = activator.active().required();
      return new ComparedRules(active, after, ImpactStep.name(active), ChangeReviews.name(change));
    }
    int base = change.comparedWith();
    if (base == 0) {
      LoadedRules builtIn = loaded(new RulesSource(null), "the built-in rules");
      return new ComparedRules(builtIn, after, ImpactStep.BUILT_IN, ChangeReviews.name(change));
    }
    String version = "version " + base;
    LoadedRules before =
        activator
            .versions()
            .find(String.valueOf(base))
            .map(found -> loaded(new RulesSource(found.folder()), version))
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemKind.CONFLICT,
                        version + " is not there any more: restore it from a copy"));
    return new ComparedRules(before, after, version, ChangeReviews.name(change));
  }

  private LoadedRules loaded(RulesSource source, String name) {
    return new RulesReading(activator, units).read(source, name);
  }
}
