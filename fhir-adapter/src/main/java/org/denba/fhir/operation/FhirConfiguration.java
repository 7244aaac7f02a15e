package org.denba.fhir.operation;

import java.time.Clock;
import java.util.Optional;
import org.denba.fhir.mapping.FhirParser;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.triage.TriageResultWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the FHIR door together. */
@Configuration(proxyBeanMethods = false)
class FhirConfiguration {

  private static final String NAME = "Denba";

  /** Day on which the description of the service last changed. */
  private static final String DESCRIBED = "2026-11-22";

  @Bean
  FhirParser fhirParser() {
    return new FhirParser();
  }

  @Bean
  FhirTriage fhirTriage(
      ActiveRules rules, FhirParser parser, TriageResultWriter json, Clock clock) {
    return new FhirTriage(rules, parser, json, clock, NAME + " " + version());
  }

  @Bean
  Capabilities capabilities() {
    return new Capabilities(NAME, version(), DESCRIBED);
  }

  /**
   * The version in the manifest of the jar; classes that do not come from a jar are under
   * development.
   */
  private static String version() {
    return Optional.ofNullable(FhirConfiguration.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
