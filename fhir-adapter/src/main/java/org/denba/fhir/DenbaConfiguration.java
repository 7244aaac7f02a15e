package org.denba.fhir;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.apache.catalina.core.StandardHost;
import org.denba.engine.triage.EngineOptions;
import org.denba.fhir.finding.UcumUnits;
import org.denba.fhir.json.AnswerJson;
import org.denba.fhir.problem.ProblemReportValve;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.protocols.ParameterText;
import org.denba.fhir.protocols.RulesLoader;
import org.denba.fhir.protocols.RulesSource;
import org.denba.fhir.settings.DenbaProperties;
import org.denba.fhir.triage.JsonTriage;
import org.denba.fhir.triage.TriageResultWriter;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the parts of the service together; the parts themselves know no framework, so the command
 * line uses the same.
 */
@Configuration(proxyBeanMethods = false)
class DenbaConfiguration {

  /** The one clock of the service: today and its zone. */
  @Bean
  Clock clock(DenbaProperties properties) {
    return Clock.system(properties.zone());
  }

  @Bean
  UcumUnits ucumUnits() {
    return new UcumUnits();
  }

  @Bean
  ActiveRules activeRules() {
    return new ActiveRules();
  }

  /** What the operator of this site decides. */
  @Bean
  EngineOptions engineOptions(DenbaProperties properties, Clock clock) {
    Map<String, Object> parameters = new TreeMap<>();
    properties.parameters().forEach((id, text) -> parameters.put(id, ParameterText.value(text)));
    EngineOptions options =
        new EngineOptions(
            () -> LocalDate.now(clock),
            properties.staleAfterDays(),
            parameters,
            properties.locked(),
            properties.overlay(),
            properties.district());
    new RulesSource(properties.rules()).check(options.overlay());
    return options;
  }

  @Bean
  RulesLoader rulesLoader(
      DenbaProperties properties, EngineOptions options, UcumUnits units, ActiveRules active) {
    return new RulesLoader(new RulesSource(properties.rules()), options, units, active);
  }

  @Bean
  TriageResultWriter triageResultWriter() {
    return new TriageResultWriter(new AnswerJson());
  }

  @Bean
  JsonTriage jsonTriage(ActiveRules active, TriageResultWriter writer, DenbaProperties properties) {
    return new JsonTriage(active, writer, properties);
  }

  /** One thread a processor, shared by all batches: more would only take memory. */
  @Bean(destroyMethod = "shutdownNow")
  ExecutorService batchWorkers() {
    ThreadFactory threads =
        task -> {
          Thread thread = new Thread(task, "batch");
          thread.setDaemon(true);
          return thread;
        };
    return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), threads);
  }

  /** What Tomcat refuses by itself is answered in the same form as everything else. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
              }
            });
  }
}
