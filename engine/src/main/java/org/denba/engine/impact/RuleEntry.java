package org.denba.engine.impact;

import java.util.Map;

/**
 * One entry of a rule file: a line of a chart, a parameter, a text.
 *
 * @param id what it is about; only entries of the same id are compared
 * @param line its own name among those of the same id, or empty
 * @param cells what it says, by column
 */
record RuleEntry(String id, String line, Map<String, String> cells) {

  static RuleEntry of(String id, Map<String, String> cells) {
    return new RuleEntry(id, "", cells);
  }

  /** How many columns say the same, of those in which either says anything. */
  double likeness(RuleEntry other) {
    long said = 0;
    long same = 0;
    for (String column : columns(other)) {
      String own = get(column);
      String others = other.get(column);
      if (!own.isEmpty() || !others.isEmpty()) {
        said++;
        same += own.equals(others) ? 1 : 0;
      }
    }
    return said == 0 ? 1 : (double) same / said;
  }

  java.util.Set<String> columns(RuleEntry other) {
    java.util.Set<String> columns = new java.util.LinkedHashSet<>(cells.keySet());
    columns.addAll(other.cells.keySet());
    return columns;
  }

  String get(String column) {
    return cells.getOrDefault(column, "");
  }
}
