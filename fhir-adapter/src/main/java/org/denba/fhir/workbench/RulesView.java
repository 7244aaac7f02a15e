package org.denba.fhir.workbench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.fhir.protocols.LoadedRules;

/** One set of rules as pages show it; what does not change is worked out once. Thread-safe. */
public final class RulesView {

  private final LoadedRules rules;
  private final Map<String, List<ProtocolDescription>> protocols = new ConcurrentHashMap<>();

  RulesView(LoadedRules rules) {
    this.rules = rules;
  }

  /** The rules that are shown. */
  public LoadedRules rules() {
    return rules;
  }

  /** What there is to know of each protocol, in this language. */
  public List<ProtocolDescription> protocols(String language) {
    return protocols.computeIfAbsent(language, rules.engine()::protocols);
  }

  /** One protocol; empty where there is none of this id. */
  public Optional<ProtocolDescription> protocol(String id, String language) {
    return protocols(language).stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
