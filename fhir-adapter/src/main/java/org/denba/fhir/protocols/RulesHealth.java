package org.denba.fhir.protocols;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up only when rules are loaded and gave the right answers to their canary cases. */
@Component("rulesHealthIndicator")
final class RulesHealth implements HealthIndicator {

  private final ActiveRules active;

  RulesHealth(ActiveRules active) {
    this.active = active;
  }

  @Override
  public Health health() {
    if (!active.loaded()) {
      return Health.outOfService().withDetail("reason", "no rules are loaded").build();
    }
    LoadedRules rules = active.required();
    if (!rules.engine().ready()) {
      return Health.down().withDetail("reason", "a canary case did not pass").build();
    }
    return Health.up().withDetail("protocols", ProtocolList.summary(rules.engine())).build();
  }
}
