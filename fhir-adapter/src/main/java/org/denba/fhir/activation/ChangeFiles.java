package org.denba.fhir.activation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.denba.engine.protocol.YamlMap;
import org.denba.engine.rules.RuleFileException;

/** {@code change.yaml} as text. */
final class ChangeFiles {

  private static final String FILE = "change.yaml";

  private ChangeFiles() {}

  static String text(ProposedChange change) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("digest", change.digest());
    values.put("overlay", change.overlay());
    values.put("author", change.author());
    values.put("reason", change.reason());
    values.put("time", change.time().toString());
    values.put("base", change.base());
    values.put("state", change.state().code());
    ProposedChange.Decision decision = change.decision();
    if (decision != null) {
      Map<String, Object> decided = new LinkedHashMap<>();
      decided.put("reviewer", decision.reviewer());
      decided.put("comment", decision.comment());
      decided.put("time", decision.time().toString());
      decided.put("base", decision.base());
      decided.put("version", decision.version());
      values.put("decision", decided);
    }
    values.put("steps", VersionFiles.steps(change.steps()));
    return VersionFiles.yaml(values);
  }

  /**
   * @throws RuleFileException when somebody wrote something else into the file
   */
  static ProposedChange change(String id, String text) {
    YamlMap yaml = YamlMap.parse(FILE, text);
    ProposedChange.State state =
        ProposedChange.State.of(yaml.text("state"))
            .orElseThrow(
                () ->
                    new RuleFileException(
                        FILE, "'" + yaml.text("state") + "' is no state of a change"));
    return new ProposedChange(
        id,
        yaml.text("digest"),
        VersionFiles.emptyIsNull(yaml.optionalText("overlay")),
        yaml.text("author"),
        yaml.text("reason"),
        VersionFiles.time(yaml),
        yaml.integer("base"),
        VersionFiles.steps(yaml),
        state == ProposedChange.State.WAITING ? null : decision(state, yaml));
  }

  private static ProposedChange.Decision decision(ProposedChange.State state, YamlMap change) {
    YamlMap yaml =
        change
            .map("decision")
            .orElseThrow(() -> new RuleFileException(FILE, "'decision' is missing"));
    return new ProposedChange.Decision(
        state,
        yaml.text("reviewer"),
        yaml.text("comment"),
        VersionFiles.time(yaml),
        yaml.integer("base"),
        yaml.integer("version"));
  }
}
