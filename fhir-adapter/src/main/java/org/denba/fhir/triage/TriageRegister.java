package org.denba.fhir.triage;

import org.denba.engine.TriageEngine;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;

/**
 * Takes note of what was answered, as a health centre's register does. Every door tells it once for
 * each request. It neither delays nor fails an answer. Thread-safe.
 */
public interface TriageRegister {

  /** Takes no note: for a command that answers one file and ends. */
  TriageRegister NONE =
      new TriageRegister() {
        @Override
        public void answered(TriageEngine engine, TriageRequest request, TriageResult result) {
          // nobody will ask
        }

        @Override
        public void refused(Throwable why) {
          // nobody will ask
        }
      };

  /**
   * @param engine the rules that gave the answer
   * @param request what was asked, of one patient or two
   * @param result what was answered
   */
  void answered(TriageEngine engine, TriageRequest request, TriageResult result);

  /**
   * @param why what stopped a request from being answered
   */
  void refused(Throwable why);
}
