package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.rules.RuleFiles;

/** Reads the chart files of a protocol, with what an overlay lays over them. */
final class ChartFiles {

  private final RuleFiles files;
  private final KnownTexts known;
  private final Problems problems;

  ChartFiles(RuleFiles files, KnownTexts known, Problems problems) {
    this.files = files;
    this.known = known;
    this.problems = problems;
  }

  /** The lines of every chart, by chart. */
  Map<String, List<DroolsRule>> read(ProtocolFile protocol) {
    String id = protocol.id();
    Map<String, List<DroolsRule>> charts = new LinkedHashMap<>();
    for (String chart : protocol.charts()) {
      String path = id + "/" + chart + ".csv";
      problems.collect(path, () -> charts.put(chart, lines(path)));
    }
    problems.throwIfAny(id);
    return charts;
  }

  private List<DroolsRule> lines(String path) {
    List<DroolsRule> lines =
        known.rules(path, files.read(path), DroolsRuleReader::decisionTable);
    return files
        .over(path)
        .map(layer -> known.rules(layer.path(), layer.text(), DroolsRuleReader::decisionTable))
        .map(over -> OverlaidRows.chart(lines, over, path, problems))
        .orElse(lines);
  }

  /**
   * What must be known of the rows before any condition is read.
   *
   * @param firstSlot the slot of the first row
   */
  List<ProtocolVocabulary.RowHeader> headers(
      Map<String, List<DroolsRule>> charts, int firstSlot) {
    List<ProtocolVocabulary.RowHeader> headers = new ArrayList<>();
    Map<String, String> chartOf = new LinkedHashMap<>();
    charts.forEach(
        (chart, lines) -> {
          for (RowBlocks.Block block : RowBlocks.of(lines)) {
            DroolsRule line = block.lines().get(0);
            if (block.id().isEmpty()) {
              problems.add(line.where(), "has no row id");
            } else if (!chartOf.computeIfAbsent(block.id(), id -> chart).equals(chart)) {
              problems.add(
                  line.where(),
                  "the row '"
                      + block.id()
                      + "' stands in the chart "
                      + chartOf.get(block.id())
                      + " already");
            }
            headers.add(
                new ProtocolVocabulary.RowHeader(
                    block.id(),
                    block.number(),
                    chart,
                    line.annotation("Colour"),
                    firstSlot + headers.size()));
          }
        });
    return headers;
  }
}
