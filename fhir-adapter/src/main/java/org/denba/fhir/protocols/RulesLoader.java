package org.denba.fhir.protocols;

import org.denba.engine.TriageEngine;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.verification.SelfTest;
import org.denba.fhir.finding.UcumUnits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the configured rules, and lets them answer only when their canary cases passed. Rules that
 * cannot be loaded leave it running and not healthy, so that whoever operates it finds out why from
 * the log.
 */
public final class RulesLoader {

  private static final Logger LOG = LoggerFactory.getLogger(RulesLoader.class);

  private final RulesSource source;
  private final EngineOptions options;
  private final UcumUnits units;
  private final ActiveRules active;

  public RulesLoader(
      RulesSource source, EngineOptions options, UcumUnits units, ActiveRules active) {
    this.source = source;
    this.options = options;
    this.units = units;
    this.active = active;
  }

  /** Loads and activates the rules. */
  public void load() {
    try {
      TriageEngine engine = TriageEngine.load(source.files(), options);
      SelfTest test = SelfTest.of(engine);
      if (test.ready()) {
        active.replace(LoadedRules.of(engine, units));
        LOG.info("rules loaded from {}: {}", source.name(), ProtocolList.summary(engine));
      } else {
        // The cases are invented: nothing in them is about a patient.
        test.canaries().forEach(failure -> LOG.error("canary case failed: {}", failure));
        LOG.error(
            "the rules from {} do not pass their own cases, they are not used", source.name());
      }
    } catch (RuleFileException e) {
      LOG.error(
          "the rules from {} cannot be loaded, nothing is evaluated: {}",
          source.name(),
          e.getMessage());
    }
  }
}
