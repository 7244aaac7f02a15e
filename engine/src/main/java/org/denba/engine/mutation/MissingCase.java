package org.denba.engine.mutation;

import java.util.Map;
import java.util.Optional;
import org.denba.engine.TriageEngine;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.RuleSet;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.verification.AnswerDifference;
import org.denba.engine.verification.CaseText;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** What a case would have to expect to notice a change, and how the case is written. */
final class MissingCase {

  private MissingCase() {}

  /** What differs for this patient; empty where nothing does, or where the request is refused. */
  static Map<String, Object> difference(
      TriageEngine engine, RuleSet changed, TriageRequest request) {
    try {
      return AnswerDifference.of(
          engine.triage(request, request.date()), changed.triage(request, request.date()));
    } catch (InvalidRequestException e) {
      // a patient who cannot be told in a request
      return Map.of();
    }
  }

  /** The case that notices, as an author can paste it; empty where this patient shows nothing. */
  static Optional<String> of(
      TriageEngine engine, RuleSet changed, TriageRequest request, String title) {
    Map<String, Object> expect = difference(engine, changed, request);
    return expect.isEmpty()
        ? Optional.empty()
        : Optional.of(
            (CaseText.of(request, null, "new", title) + "  expect: " + line(expect) + "\n")
                .indent(2));
  }

  /** An {@code expect} in one line. */
  static String line(Map<String, Object> expect) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.FLOW);
    options.setWidth(10_000);
    return new Yaml(options).dump(expect).strip();
  }
}
