package org.denba.fhir.protocols;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.fhir.finding.Quoted;
import org.denba.fhir.json.AnswerJson;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;

/** The protocols that are loaded, as clients see them. */
public final class ProtocolList {

  private static final AnswerJson JSON = new AnswerJson();

  private final LoadedRules rules;

  public ProtocolList(LoadedRules rules) {
    this.rules = rules;
  }

  /** Each protocol's id and version, and the overlay, in one line. */
  static String summary(TriageEngine engine) {
    List<ProtocolDescription> protocols = engine.protocols(LanguageTag.DEFAULT);
    String overlay =
        protocols.stream()
            .map(ProtocolDescription::overlay)
            .filter(Objects::nonNull)
            .findFirst()
            .map(ref -> ", with overlay " + ref.id() + " " + ref.version())
            .orElse("");
    return protocols.stream()
            .map(protocol -> protocol.id() + " " + protocol.version())
            .collect(Collectors.joining(", "))
        + overlay;
  }

  public byte[] all(String language) {
    return JSON.write(rules.engine().protocols(language));
  }

  /**
   * @throws ProblemException {@link ProblemKind#NOT_FOUND} naming the protocols that there are
   */
  public byte[] one(String id, String language) {
    Optional<ProtocolDescription> protocol = rules.engine().protocol(id, language);
    if (protocol.isEmpty()) {
      List<String> ids =
          rules.engine().protocols(language).stream().map(ProtocolDescription::id).toList();
      throw new ProblemException(
          ProblemKind.NOT_FOUND,
          "there is no protocol "
              + Quoted.of(id)
              + Quoted.nearest(id, ids)
              + "; there are: "
              + String.join(", ", ids));
    }
    return JSON.write(protocol.get());
  }
}
