package org.denba.fhir.workbench.simulator;

import java.util.List;
import org.denba.engine.impact.AnswerComparison;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.verification.CaseAnswer;
import org.denba.fhir.impact.ImpactWords;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.triage.JsonTriage;
import org.denba.fhir.workbench.OtherRules;

/**
 * The answer of other rules to the same case.
 *
 * @param rules which rules
 * @param loading whether they are still being read
 * @param problem why they cannot be read, or null
 * @param result their answer, or null where they have none
 * @param differences how it is another one than that of the rules that answer
 */
record AgainstView(
    OtherRules.Choice rules,
    boolean loading,
    String problem,
    TriageResult result,
    List<Difference> differences) {

  /**
   * One difference.
   *
   * @param sentence what
   * @param dangerous whether the patient could come to harm by it
   */
  record Difference(String sentence, boolean dangerous) {}

  /** Asks the chosen rules, where they were read by now. */
  static AgainstView of(
      OtherRules.Chosen chosen, Simulation here, String language, JsonTriage door) {
    LoadedRules rules = chosen.rules().value();
    if (rules == null) {
      return new AgainstView(
          chosen.choice(), chosen.rules().loading(), chosen.rules().problem(), null, List.of());
    }
    Simulation there = Simulation.of(here.state(), language, rules, door);
    ImpactWords words = ImpactWords.of(language);
    return new AgainstView(
        chosen.choice(),
        false,
        null,
        there.result(),
        AnswerComparison.of(answer(here), answer(there)).stream()
            .map(move -> new Difference(words.sentence(move), move.kind().isDangerous()))
            .toList());
  }

  private static CaseAnswer answer(Simulation simulation) {
    return new CaseAnswer(simulation.result(), simulation.errors());
  }
}
