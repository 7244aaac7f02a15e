package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * What {@code protocol.yaml} says of a protocol.
 *
 * @param id the protocol's id, the name of its folder
 * @param version its version
 * @param edition the edition of the guideline that it encodes
 * @param approval {@code draft} until a clinician approved it
 * @param nothingRuledOut whatever the charts say, nothing is ruled out (a patient whom no protocol
 *     covers)
 * @param charts chart files in their order
 * @param cases files with clinical cases ({@code cases/<name>.yaml}) in their order
 * @param ageMonths the ages covered, {@code [from, below)} in completed months, where the protocol
 *     has such bounds
 * @param zScores growth z-scores that are computed from measurements
 * @param daysSince quantities that count the days since a date
 * @param hoursSince quantities that count the hours since a date, as far as a date tells them
 * @param gestation how the duration of pregnancy is computed where it was not given
 * @param referralFlags which flags of rows give the referral other words
 * @param provisionalWhile what makes the proved rows of some charts provisional
 * @param parameters the named parameters in their order
 */
public record ProtocolFile(
    String id,
    String version,
    String edition,
    String approval,
    boolean nothingRuledOut,
    List<String> charts,
    List<String> cases,
    Optional<AgeBand> ageMonths,
    List<ZScoreRule> zScores,
    List<DaysSinceRule> daysSince,
    List<DaysSinceRule> hoursSince,
    Optional<GestationRule> gestation,
    List<ReferralFlag> referralFlags,
    List<ProvisionalRule> provisionalWhile,
    Map<String, Parameter> parameters) {

  private static final int DAYS_A_WEEK = 7;
  private static final List<String> KEYS =
      List.of(
          "id",
          "version",
          "edition",
          "approval",
          "nothing-ruled-out",
          "charts",
          "cases",
          "age-months",
          "z-scores",
          "days-since",
          "hours-since",
          "gestation",
          "referral-flags",
          "provisional-while",
          "parameters");
  private static final List<String> PARAMETER_KEYS =
      List.of("default", "alternatives", "range", "unit", "type", "community", "unsure");

  /** Completed months from {@code from} to under {@code below}. */
  public record AgeBand(int from, int below) {}

  /**
   * A z-score that is computed where it was not given.
   *
   * @param element the z-score
   * @param indicator {@code weight-for-length-or-height} or {@code weight-for-age}
   * @param weight the weight element, in kg
   * @param length the length or height element, in cm, or empty
   * @param position the element that tells how length was measured, or empty
   * @param unless a condition under which the z-score means nothing, or empty
   */
  public record ZScoreRule(
      String element,
      String indicator,
      String weight,
      String length,
      String position,
      String unless) {}

  /** A quantity that is the number of whole days from a date to the day of the assessment. */
  public record DaysSinceRule(String element, String date) {}

  /**
   * The proved rows of these charts are provisional while a condition is possible (a treatment at
   * home while a danger sign is not ruled out).
   *
   * @param charts the charts
   * @param possible the condition
   */
  public record ProvisionalRule(List<String> charts, String possible) {}

  /**
   * A flag of rows that changes the words of an urgent referral (no transfer before a birth that is
   * imminent): {@code referral.refer-urgent.<flag>} and {@code summary.refer-urgent.<flag>}.
   *
   * @param flag the flag
   * @param one one proved row with it is enough; else every one that refers urgently must have it
   */
  public record ReferralFlag(String flag, boolean one) {}

  /**
   * The duration of pregnancy in days, from the first of these dates that was told.
   *
   * @param element the duration
   * @param sources the ways to know it, best first
   */
  public record GestationRule(String element, List<Source> sources) {

    /**
     * One way to know it: a date on which the duration was known, or the duration in weeks.
     *
     * @param element the date, or the number of weeks
     * @param daysAtDate for a date: the duration on that date
     * @param daysEach 7 for weeks, else 0
     * @param when a condition under which this source counts in this place, or empty
     */
    public record Source(String element, int daysAtDate, int daysEach, String when) {}
  }

  static String path(String protocol) {
    return protocol + "/protocol.yaml";
  }

  /**
   * @throws RuleFileException when the file is missing, not YAML, or an entry is not as wanted
   */
  public static ProtocolFile read(RuleFiles files, String protocol) {
    ProblemList problems = new ProblemList();
    ProtocolFile file = read(files, protocol, problems);
    problems.throwIfAny(path(protocol));
    return file;
  }

  /**
   * The same, as far as it can be read.
   *
   * @param problems takes what is wrong but hides nothing else: keys that there are not, parameters
   */
  static ProtocolFile read(RuleFiles files, String protocol, ProblemList problems) {
    String path = path(protocol);
    YamlMap yaml = YamlMap.parse(path, files.read(path));
    yaml.checkKeys("protocol.yaml", KEYS, problems);
    ProtocolFile file =
        new ProtocolFile(
            yaml.text("id"),
            yaml.text("version"),
            yaml.text("edition"),
            yaml.text("approval"),
            yaml.flag("nothing-ruled-out"),
            yaml.texts("charts"),
            yaml.texts("cases"),
            yaml.map("age-months").map(m -> new AgeBand(m.integer("from"), m.integer("below"))),
            yaml.maps("z-scores").stream()
                .map(
                    m ->
                        new ZScoreRule(
                            m.text("element"),
                            m.text("indicator"),
                            m.text("weight"),
                            m.optionalText("length"),
                            m.optionalText("position"),
                            m.optionalText("unless")))
                .toList(),
            since(yaml, "days-since"),
            since(yaml, "hours-since"),
            yaml.map("gestation").map(ProtocolFile::gestation),
            yaml.maps("referral-flags").stream()
                .map(m -> new ReferralFlag(m.text("flag"), m.text("of").equals("any")))
                .toList(),
            yaml.maps("provisional-while").stream()
                .map(m -> new ProvisionalRule(m.texts("charts"), m.text("possible")))
                .toList(),
            problems.collect(() -> parameters(yaml, problems), Map.of()));
    for (String list : List.of("charts", "cases")) {
      Set<String> seen = new HashSet<>();
      for (String each : yaml.texts(list)) {
        if (!seen.add(each)) {
          problems.add(path + ":" + list, "'" + each + "' stands here a second time: remove one");
        }
      }
    }
    if (!file.id().equals(protocol)) {
      problems.add(path + ":id", "is '" + file.id() + "' but the folder is '" + protocol + "'");
    }
    return file;
  }

  private static List<DaysSinceRule> since(YamlMap yaml, String key) {
    return yaml.maps(key).stream()
        .map(m -> new DaysSinceRule(m.text("element"), m.text("date")))
        .toList();
  }

  private static GestationRule gestation(YamlMap yaml) {
    return new GestationRule(
        yaml.text("element"),
        yaml.maps("from").stream()
            .map(
                m ->
                    m.keys().contains("weeks")
                        ? new GestationRule.Source(
                            m.text("weeks"), 0, DAYS_A_WEEK, m.optionalText("when"))
                        : new GestationRule.Source(
                            m.text("date"), m.integer("days-at-date"), 0, m.optionalText("when")))
            .toList());
  }

  private static Map<String, Parameter> parameters(YamlMap yaml, ProblemList problems) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    Optional<YamlMap> all = yaml.map("parameters");
    if (all.isPresent()) {
      for (String id : all.get().keys()) {
        problems.collect(
            () -> parameters.put(id, parameter(id, all.get().map(id), yaml.path(), problems)));
      }
    }
    return parameters;
  }

  private static Parameter parameter(
      String id, Optional<YamlMap> said, String path, ProblemList problems) {
    String where = path + ":parameters:" + id;
    YamlMap entry =
        said.orElseThrow(() -> new RuleFileException(where, "has no value: write { default: … }"));
    entry.checkKeys("a parameter", PARAMETER_KEYS, problems);
    List<Object> values = new ArrayList<>();
    values.add(entry.value("default"));
    values.addAll(entry.list("alternatives"));
    if (values.contains(null)) {
      throw new RuleFileException(where, "an alternative is empty: write a value, or remove it");
    }
    Parameter parameter =
        Parameter.of(
            id,
            values,
            entry.list("range"),
            entry.optionalText("unit"),
            entry.optionalText("type"),
            entry.values().get("community"),
            entry.flag("unsure"),
            path);
    parameter.checkRange(where, problems);
    return parameter;
  }
}
