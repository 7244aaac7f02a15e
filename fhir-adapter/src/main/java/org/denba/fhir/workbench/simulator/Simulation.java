package org.denba.fhir.workbench.simulator;

import java.util.List;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.RequestError;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.triage.JsonTriage;

/**
 * A case and its answer.
 *
 * @param state the case
 * @param json the request as {@code POST /triage} takes it
 * @param result the answer, or null where the request cannot be evaluated
 * @param errors why it cannot be evaluated
 */
record Simulation(CaseState state, byte[] json, TriageResult result, List<RequestError> errors) {

  /** Answers a case by the same door as {@code POST /triage}. */
  static Simulation of(CaseState state, String language, LoadedRules rules, JsonTriage door) {
    byte[] json = new CaseJson(rules.engine().dictionary()).write(state, language);
    if (state.isEmpty()) {
      return new Simulation(state, json, null, List.of());
    }
    try {
      return new Simulation(state, json, door.result(rules, json, language), List.of());
    } catch (InvalidRequestException e) {
      return new Simulation(state, json, null, e.errors());
    }
  }

  /** Whether one of the protocols was used; none is for a patient outside all of them. */
  boolean isCovered(LoadedRules rules) {
    return rules.engine().rules().stream()
        .anyMatch(protocol -> protocol.id().equals(result.protocol().id()));
  }

  /** The request as the door understands it; only of a case that was answered. */
  TriageRequest request(String language, LoadedRules rules, JsonTriage door) {
    return door.request(rules, json, language);
  }
}
