package org.denba.engine.docs;

import java.time.LocalDate;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.verification.CaseRunner;
import org.junit.jupiter.api.Test;

/** The table of protocols in the README says what the rules hold. */
class ProtocolTableTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @Test
  void theReadmeSaysWhatEachProtocolHolds() {
    RuleFiles files = ClassPathRuleFiles.builtIn();
    TriageEngine engine = TriageEngine.load(files, EngineOptions.defaults(() -> DAY));
    StringBuilder table =
        new StringBuilder(
            "| protocol | for whom | charts | rows | cases | parameters | languages |\n|---|---|---|---|---|---|---|\n");
    for (ProtocolDescription protocol : engine.protocols("en")) {
      table.append(
          "| `%s` | %s | %d | %d | %d | %d | %s |%n"
              .formatted(
                  protocol.id(),
                  protocol.title(),
                  protocol.charts().size(),
                  protocol.charts().stream()
                      .flatMap(chart -> chart.rows().stream())
                      .map(ProtocolDescription.RowDescription::rule)
                      .distinct()
                      .count(),
                  CaseRunner.run(engine, files, protocol.id(), DAY).size(),
                  protocol.parameters().size(),
                  String.join(", ", engine.languages())));
    }
    GeneratedSection.of("README.md", "protocols").mustBe(table.toString().replace("\r", ""));
  }
}
