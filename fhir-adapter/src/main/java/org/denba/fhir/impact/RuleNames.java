package org.denba.fhir.impact;

import java.util.List;
import org.denba.engine.impact.PatientText;
import org.denba.engine.triage.TriageRequest;

/** What people call the ids of rules, in the language of a report. */
public interface RuleNames {

  /** Ids as they stand in the rule files: for a report that authors read. */
  RuleNames IDS =
      new RuleNames() {
        @Override
        public String protocol(String id) {
          return id;
        }

        @Override
        public String chart(String protocol, String id) {
          return id;
        }

        @Override
        public String finding(String element, String value) {
          return element + " " + value;
        }

        @Override
        public List<String> patient(TriageRequest request, int most) {
          return List.of(PatientText.line(request, most));
        }
      };

  /** The title of a protocol. */
  String protocol(String id);

  /** The title of a chart; what it is about where that is no chart. */
  String chart(String protocol, String id);

  /**
   * A data element with the value that it has in one combination of inputs.
   *
   * @param value a code, a number with a bound, {@code yes}, {@code unknown} …
   */
  String finding(String element, String value);

  /** Age, sex and what else was found of a patient; at most so many findings. */
  List<String> patient(TriageRequest request, int most);
}
