package org.denba.examples;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.denba.engine.triage.EngineOptions;
import org.denba.fhir.finding.UcumUnits;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.protocols.RulesLoader;
import org.denba.fhir.protocols.RulesSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Gives the service the day of the examples as its today. Everything else is as it is shipped; on
 * another day the same service says of the same visits that they are old.
 */
@TestConfiguration(proxyBeanMethods = false)
class Today {

  /** The day of every example. */
  static final LocalDate OF_THE_EXAMPLES = LocalDate.of(2026, 11, 20);

  private static final AtomicReference<LocalDate> DAY = new AtomicReference<>(OF_THE_EXAMPLES);

  /** Runs something while it is today in the service, as it is for the command line. */
  static <T> T inBamako(Supplier<T> action) {
    DAY.set(LocalDate.now(ZoneId.of("Africa/Bamako")));
    try {
      return action.get();
    } finally {
      DAY.set(OF_THE_EXAMPLES);
    }
  }

  @Bean
  static BeanPostProcessor rulesOfThatDay(
      ObjectProvider<UcumUnits> units, ObjectProvider<ActiveRules> active) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof RulesLoader
            ? new RulesLoader(
                new RulesSource(null),
                new EngineOptions(DAY::get, 1, Map.of(), Set.of()),
                units.getObject(),
                active.getObject())
            : bean;
      }
    };
  }
}
