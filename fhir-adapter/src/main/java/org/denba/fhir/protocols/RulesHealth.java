package org.denba.fhir.protocols;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up only when rules are active, which they become when every canary case passed. */
@Component("rulesHealthIndicator")
final class RulesHealth implements HealthIndicator {

  private final ActiveRules active;
  private final ObjectProvider<RulesNotes> notes;

  RulesHealth(ActiveRules active, ObjectProvider<RulesNotes> notes) {
    this.active = active;
    this.notes = notes;
  }

  @Override
  public Health health() {
    Health.Builder health = state();
    notes.forEach(more -> health.withDetails(more.notes()));
    return health.build();
  }

  private Health.Builder state() {
    if (!active.loaded()) {
      return Health.outOfService().withDetail("reason", "no rules are loaded");
    }
    return Health.up().withDetail("protocols", ProtocolList.summary(active.required().engine()));
  }
}
