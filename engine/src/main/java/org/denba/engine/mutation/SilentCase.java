package org.denba.engine.mutation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.TriageEngine;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.RuleSet;
import org.denba.engine.verification.AnswerDifference;
import org.denba.engine.verification.ClinicalCase;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A case that is answered differently after a change, but expects nothing of what differs. */
final class SilentCase {

  private SilentCase() {}

  /** The id of the first such case, with what it would have to expect; empty where none is. */
  static Optional<String> find(TriageEngine engine, RuleSet changed, List<ClinicalCase> cases) {
    for (ClinicalCase each : cases) {
      Map<String, Object> expect = difference(engine, changed, each);
      if (!expect.isEmpty()) {
        return Optional.of("  - id: " + each.id() + "\n    expect: " + line(expect) + "\n");
      }
    }
    return Optional.empty();
  }

  private static Map<String, Object> difference(
      TriageEngine engine, RuleSet changed, ClinicalCase each) {
    try {
      return AnswerDifference.of(
          engine.triage(each.request(), each.request().date()),
          changed.triage(each.request(), each.request().date()));
    } catch (InvalidRequestException e) {
      // refused before and after: the case expects that, and would have failed otherwise
      return Map.of();
    }
  }

  private static String line(Map<String, Object> expect) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.FLOW);
    options.setWidth(10_000);
    return new Yaml(options).dump(expect).strip();
  }
}
