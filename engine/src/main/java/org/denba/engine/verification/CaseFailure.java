package org.denba.engine.verification;

import java.util.List;

/**
 * A case whose answer is not the expected one, or case files that cannot be used.
 *
 * @param file the case file or protocol
 * @param caseId the case's id, empty where no case could be read
 * @param title its title, empty where no case could be read
 * @param lines what is wrong
 */
public record CaseFailure(String file, String caseId, String title, List<String> lines) {

  public CaseFailure {
    lines = List.copyOf(lines);
  }

  static CaseFailure of(CaseResult result) {
    ClinicalCase tested = result.tested();
    return new CaseFailure(tested.file(), tested.id(), tested.title(), result.failures());
  }
}
