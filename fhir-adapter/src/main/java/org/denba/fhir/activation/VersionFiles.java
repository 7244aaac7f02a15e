package org.denba.fhir.activation;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.protocol.YamlMap;
import org.denba.engine.rules.RuleFileException;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** {@code version.yaml} and {@code history.yaml} as texts. */
final class VersionFiles {

  static final String HISTORY_HEAD =
      """
      # Which version was activated when, by whom and why. The last entry is the active one. Entries are added, never changed.
      activations:
      """;

  private static final String VERSION = "version.yaml";

  private VersionFiles() {}

  static String text(Version version) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("version", version.number());
    values.put("digest", version.digest());
    values.put("overlay", version.overlay());
    values.put("author", version.author());
    values.put("time", version.time().toString());
    values.put("reason", version.reason());
    values.put("steps", steps(version.steps()));
    return yaml(values);
  }

  /** What steps said, for a file. */
  static List<Object> steps(List<StepResult> all) {
    List<Object> steps = new ArrayList<>();
    for (StepResult step : all) {
      Map<String, Object> said = new LinkedHashMap<>();
      said.put("step", step.name());
      said.put("result", step.result().code());
      said.put("summary", step.summary());
      said.put("details", step.details());
      said.put("milliseconds", step.millis());
      steps.add(said);
    }
    return steps;
  }

  static Version version(String text, Path rules) {
    YamlMap yaml = YamlMap.parse(VERSION, text);
    return new Version(
        yaml.integer("version"),
        yaml.text("digest"),
        emptyIsNull(yaml.optionalText("overlay")),
        yaml.text("author"),
        time(yaml),
        yaml.text("reason"),
        steps(yaml),
        rules);
  }

  /** What steps said, from a file. */
  static List<StepResult> steps(YamlMap yaml) {
    List<StepResult> steps = new ArrayList<>();
    for (YamlMap step : yaml.maps("steps")) {
      steps.add(
          new StepResult(
              step.text("step"),
              result(step.text("result")),
              step.text("summary"),
              step.texts("details"),
              step.integer("milliseconds")));
    }
    return steps;
  }

  private static StepResult.Result result(String code) {
    for (StepResult.Result result : StepResult.Result.values()) {
      if (result.code().equals(code)) {
        return result;
      }
    }
    throw new RuleFileException(VERSION, "'" + code + "' is no result of a step");
  }

  static String text(Version.Activated entry) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("version", entry.version());
    values.put("digest", entry.digest());
    values.put("overlay", entry.overlay());
    values.put("time", entry.time().toString());
    values.put("how", entry.how());
    values.put("author", entry.author());
    values.put("reason", entry.reason());
    return yaml(List.of(values));
  }

  static List<Version.Activated> history(String text) {
    List<Version.Activated> entries = new ArrayList<>();
    for (YamlMap yaml : YamlMap.parse(VersionStore.HISTORY, text).maps("activations")) {
      entries.add(
          new Version.Activated(
              yaml.integer("version"),
              yaml.text("digest"),
              emptyIsNull(yaml.optionalText("overlay")),
              time(yaml),
              yaml.text("how"),
              yaml.text("author"),
              yaml.text("reason")));
    }
    return entries;
  }

  static Instant time(YamlMap yaml) {
    try {
      return Instant.parse(yaml.text("time"));
    } catch (DateTimeException e) {
      throw new RuleFileException(
          yaml.path(), "'" + yaml.text("time") + "' is no moment in time", e);
    }
  }

  static String emptyIsNull(String text) {
    return text.isEmpty() ? null : text;
  }

  static String yaml(Object values) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(Integer.MAX_VALUE);
    options.setAllowUnicode(true);
    return new Yaml(options).dump(values);
  }
}
