package org.denba.engine.impact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a rule file holds, in its order.
 *
 * @param part what kind of rules these are
 * @param ordered whether the order decides (rows of a chart: the first that is true wins)
 * @param titles the names of the columns for people
 * @param entries its entries
 */
record RuleEntries(
    RulePart part, boolean ordered, Map<String, String> titles, List<RuleEntry> entries) {

  static RuleEntries of(RulePart part, List<RuleEntry> entries) {
    return new RuleEntries(part, false, Map.of(), entries);
  }

  /** A file that is not there. */
  static RuleEntries none(RuleEntries like) {
    return new RuleEntries(like.part, like.ordered, like.titles, List.of());
  }

  String title(String column) {
    return titles.getOrDefault(column, column);
  }

  /** What an entry says in one sentence: the cells that are not empty. */
  String said(RuleEntry entry) {
    Map<String, String> said = new LinkedHashMap<>();
    entry
        .cells()
        .forEach(
            (column, cell) -> {
              if (!cell.isEmpty() && !cell.equals(entry.id()) && !cell.equals(entry.line())) {
                said.put(title(column), cell);
              }
            });
    return said.size() == 1 && said.containsKey("")
        ? said.get("")
        : said.entrySet().stream()
            .map(cell -> cell.getKey() + " = " + cell.getValue())
            .collect(java.util.stream.Collectors.joining("; "));
  }
}
