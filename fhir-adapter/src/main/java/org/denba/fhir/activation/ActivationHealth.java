package org.denba.fhir.activation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.protocols.RulesNotes;

/**
 * What health tells of versions: which one is active and since when, and the last activation that
 * did not go through. Who wrote it and why is behind the management endpoints.
 */
final class ActivationHealth implements RulesNotes {

  private final Activator activator;

  ActivationHealth(Activator activator) {
    this.activator = activator;
  }

  @Override
  public Map<String, Object> notes() {
    Map<String, Object> notes = new LinkedHashMap<>();
    LoadedRules rules = activator.active().current().orElse(null);
    if (rules != null && rules.version() != null) {
      Map<String, Object> version = new LinkedHashMap<>();
      version.put("number", rules.version().number());
      version.put("digest", rules.version().digest());
      version.put("since", rules.version().since().toString());
      version.put("survivesRestart", activator.versions().durable());
      notes.put("version", version);
    }
    Activation failed = activator.lastFailed();
    if (failed != null && failed.ended() != null) {
      Map<String, Object> last = new LinkedHashMap<>();
      last.put("id", failed.id());
      last.put("time", failed.ended().toString());
      last.put("outcome", failed.outcome().code());
      last.put("step", failed.last() == null ? "" : failed.last().name());
      notes.put("lastFailedActivation", last);
    }
    return notes;
  }
}
