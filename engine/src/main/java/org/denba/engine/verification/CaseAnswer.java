package org.denba.engine.verification;

import java.util.List;
import org.denba.engine.triage.RequestError;
import org.denba.engine.triage.TriageResult;

/**
 * What the engine said to a case: an answer, or the reasons why the request could not be evaluated.
 *
 * @param result the answer, or null when the request was refused
 * @param refused why it was refused; empty when there is an answer
 */
public record CaseAnswer(TriageResult result, List<RequestError> refused) {

  public CaseAnswer {
    refused = List.copyOf(refused);
  }
}
