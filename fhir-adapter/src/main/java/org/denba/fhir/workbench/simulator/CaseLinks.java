package org.denba.fhir.workbench.simulator;

import java.time.LocalDate;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.triage.TriageRequest;

/**
 * Addresses at which the simulator shows a visit that was read elsewhere.
 *
 * @param dictionary the dictionary of the findings
 * @param today a day that an address need not name
 * @param language the language of the page
 */
public record CaseLinks(DataDictionary dictionary, LocalDate today, String language) {

  /**
   * The address of a visit.
   *
   * @param against the rules that the answer is compared with, or empty
   */
  public String of(TriageRequest request, String against) {
    CaseState state = new CaseStates(dictionary).of(request, today);
    return CasePage.PATH + "?" + new Shown(false, against).query(state, language);
  }
}
