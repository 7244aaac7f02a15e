package org.denba.fhir.operation;

import java.time.Clock;
import org.denba.engine.TriageEngine;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.fhir.finding.UcumUnits;
import org.denba.fhir.json.AnswerJson;
import org.denba.fhir.mapping.FhirParser;
import org.denba.fhir.mapping.Visits;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.triage.TriageResultWriter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;

/** The FHIR door with the built-in rules, without a web server. */
public final class FhirCalls {

  public static final TriageEngine ENGINE = TriageEngine.load(ClassPathRuleFiles.builtIn());
  public static final FhirParser PARSER = new FhirParser();
  public static final TriageResultWriter JSON = new TriageResultWriter(new AnswerJson());

  private FhirCalls() {}

  public static FhirTriage triage() {
    ActiveRules rules = new ActiveRules();
    rules.replace(LoadedRules.of(ENGINE, new UcumUnits()));
    return triage(rules);
  }

  private static FhirTriage triage(ActiveRules rules) {
    Clock clock = Visits.CLOCK;
    return new FhirTriage(rules, PARSER, JSON, clock, "Denba test");
  }

  static MockMvc web() {
    return web(triage());
  }

  static MockMvc webWithoutRules() {
    return web(triage(new ActiveRules()));
  }

  private static MockMvc web(FhirTriage triage) {
    FhirController controller =
        new FhirController(
            triage,
            new Capabilities("Denba", "test", "2026-11-22"),
            PARSER,
            new FhirProperties(DataSize.ofMegabytes(5)));
    return MockMvcBuilders.standaloneSetup(controller)
        .setControllerAdvice(new FhirFailureAdvice(PARSER))
        .build();
  }
}
