package org.denba.engine.impact;

import org.denba.engine.protocol.Treatment;

/** The kinds of rules that a file holds, those that decide about patients first. */
public enum RulePart {
  ROW,
  DERIVED,
  PARAMETER,
  DOSE,
  ACTION,
  TREATMENT,
  CLOSING,
  GUARD,
  INTAKE,
  RANGE,
  SCHEDULE,
  SELECTION,
  PROTOCOL,
  DICTIONARY,
  GROWTH,
  TEXT,
  CASE,
  COHORT,
  NOTES,
  OTHER;

  /** The code in message keys and in answers: {@code row}, {@code parameter}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * What the file at this path holds.
   *
   * @param path below the rules root, without the folder of an overlay
   * @param chart whether it is laid out as a chart
   */
  static RulePart of(String path, boolean chart) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (path.contains("/cases/") || path.startsWith("cases/")) {
      return CASE;
    }
    if (chart) {
      return ROW;
    }
    if (name.endsWith(".md")) {
      return NOTES;
    }
    if (name.startsWith("texts_")) {
      return TEXT;
    }
    return path.indexOf('/') < 0 ? ofRoot(name) : ofFolder(path, name);
  }

  private static RulePart ofRoot(String name) {
    return switch (name) {
      case Treatment.FILE -> TREATMENT;
      case "selection.csv" -> SELECTION;
      case "parameters-by-district.csv" -> PARAMETER;
      case "unsure.csv" -> NOTES;
      case "rules.yaml", "overlay.yaml" -> PROTOCOL;
      default -> OTHER;
    };
  }

  private static RulePart ofFolder(String path, String name) {
    String folder = path.substring(0, path.indexOf('/'));
    return switch (folder) {
      case "doses" -> DOSE;
      case "dictionary" -> DICTIONARY;
      case "growth" -> GROWTH;
      case "cohort" -> COHORT;
      default ->
          switch (name) {
            case "derived.drl" -> DERIVED;
            case "actions.csv" -> ACTION;
            case "closes.csv" -> CLOSING;
            case "guards.csv" -> GUARD;
            case "intake.csv" -> INTAKE;
            case "plausible.csv" -> RANGE;
            case "schedule.csv" -> SCHEDULE;
            case "protocol.yaml" -> PROTOCOL;
            default -> OTHER;
          };
    };
  }
}
