package org.denba.fhir.live;

import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the live view together. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

  @Bean
  LiveCounts liveCounts(Clock clock) {
    return new LiveCounts(clock);
  }

  /** Only where the operator names a file. */
  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnExpression("!'${denba.decision-log:}'.isBlank()")
  DecisionLog decisionLog(DecisionLogProperties properties, Clock clock, LiveCounts counts) {
    return new DecisionLog(
        new LogFiles(
            properties.decisionLog(), clock.getZone(), properties.decisionLogSize().toBytes()),
        clock,
        counts::add);
  }

  @Bean
  LiveRegister triageRegister(LiveCounts counts, ObjectProvider<DecisionLog> log) {
    return new LiveRegister(counts, log.getIfAvailable());
  }

  @Bean
  LiveReports liveReports(LiveCounts counts, ObjectProvider<DecisionLog> log) {
    return new LiveReports(counts, Optional.ofNullable(log.getIfAvailable()));
  }
}
