package org.denba.fhir.operation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.TriageEngine;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.protocol.ProtocolDescription.ElementDescription;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.TriageRequest;
import org.denba.fhir.mapping.ElementScope;

/**
 * Asks the engine which protocol it would choose. The question costs an evaluation, so it is put
 * only when a code is shared or a measurement was taken twice.
 */
final class EngineScope implements ElementScope {

  private final TriageEngine engine;
  private final Map<String, Set<String>> elements = new HashMap<>();

  EngineScope(TriageEngine engine) {
    this.engine = engine;
    for (ProtocolDescription protocol : engine.protocols(engine.languages().get(0))) {
      elements.put(
          protocol.id(),
          protocol.dataElements().stream().map(ElementDescription::id).collect(Collectors.toSet()));
    }
  }

  @Override
  public Use of(TriageRequest request) {
    return new Use() {

      private Set<String> used;

      @Override
      public boolean uses(DataElement element) {
        if (used == null) {
          used = elements.getOrDefault(protocol(request), Set.of());
        }
        return used.contains(element.id());
      }
    };
  }

  @Override
  public boolean fits(TriageRequest request) {
    return protocol(request).equals(request.protocol());
  }

  private String protocol(TriageRequest request) {
    try {
      return engine.triage(request).protocol().id();
    } catch (InvalidRequestException e) {
      // The whole request will be refused for the same reason, with its path; until then no
      // protocol is known.
      return "";
    }
  }
}
