package org.denba.fhir.activation;

import org.denba.engine.TriageEngine;
import org.denba.engine.rules.RuleFileException;
import org.denba.fhir.finding.UcumUnits;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.protocols.RulesSource;

/**
 * Reads rules beside those that answer, as this site would run them.
 *
 * @param activator what this site decides, and what is approved
 * @param units the units that findings may have
 */
record RulesReading(Activator activator, UcumUnits units) {

  /**
   * @param name what to call them
   * @throws ProblemException {@link ProblemKind#CONFLICT} where they cannot be read any more
   */
  LoadedRules read(RulesSource source, String name) {
    try {
      TriageEngine engine = TriageEngine.load(source.files(), activator.options());
      return LoadedRules.of(engine.approved(activator.versions().approvals()), units);
    } catch (RuleFileException e) {
      throw new ProblemException(
          ProblemKind.CONFLICT, name + " cannot be read any more: " + e.getMessage());
    }
  }
}
