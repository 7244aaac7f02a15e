package org.denba.engine.mutation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.TriageEngine;
import org.denba.engine.triage.RuleSet;
import org.denba.engine.verification.ClinicalCase;

/** A case that is answered differently after a change, but expects nothing of what differs. */
final class SilentCase {

  private SilentCase() {}

  /** The id of the first such case, with what it would have to expect; empty where none is. */
  static Optional<String> find(TriageEngine engine, RuleSet changed, List<ClinicalCase> cases) {
    for (ClinicalCase each : cases) {
      Map<String, Object> expect = MissingCase.difference(engine, changed, each.request());
      if (!expect.isEmpty()) {
        return Optional.of(
            "  - id: " + each.id() + "\n    expect: " + MissingCase.line(expect) + "\n");
      }
    }
    return Optional.empty();
  }
}
