package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sub-charts of a protocol. A name belongs to its chart; a name that starts with {@code *}
 * spans charts: its rows compete wherever they stand, in the order of the charts (a home treatment
 * that waits for every danger sign to be ruled out).
 */
final class SubCharts {

  private static final String SPANS_CHARTS = "*";

  private SubCharts() {}

  static List<Chart.SubChart> of(List<Chart> charts) {
    Map<String, List<Row>> byName = new LinkedHashMap<>();
    for (Chart chart : charts) {
      for (Row row : chart.rows()) {
        for (String name : row.subCharts()) {
          String key = name.startsWith(SPANS_CHARTS) ? name : chart.id() + "/" + name;
          byName.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
      }
    }
    return byName.entrySet().stream()
        .map(e -> new Chart.SubChart(e.getKey(), List.copyOf(e.getValue())))
        .toList();
  }
}
