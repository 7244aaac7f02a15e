package org.denba.engine.verification;

import java.util.List;

/**
 * A case after it was run.
 *
 * @param tested the case
 * @param answer what the engine said
 * @param failures one line for each thing that was not as expected, each starting with the case's
 *     id
 */
public record CaseResult(ClinicalCase tested, CaseAnswer answer, List<String> failures) {

  public CaseResult {
    failures = List.copyOf(failures);
  }

  public boolean passed() {
    return failures.isEmpty();
  }
}
