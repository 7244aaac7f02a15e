package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.condition.ConditionException;
import org.denba.engine.condition.ConditionParser;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFiles;

/** The chart files of a protocol, before their words are looked up. */
final class ChartFiles {

  private static final String ANY_ANSWER = "yes";

  private final RuleFiles files;
  private final KnownTexts known;
  private final String protocol;
  private final Problems problems;
  private final Map<String, List<DroolsRule>> lines = new LinkedHashMap<>();
  private final List<ProtocolVocabulary.RowHeader> headers = new ArrayList<>();
  private final Set<String> unread = new LinkedHashSet<>();
  private final Set<String> wrongColumns = new HashSet<>();

  /**
   * @param known texts that need not be read again
   */
  ChartFiles(RuleFiles files, KnownTexts known, String protocol, Problems problems) {
    this.files = files;
    this.known = known;
    this.protocol = protocol;
    this.problems = problems;
  }

  /**
   * Reads the charts, each by itself: one that cannot be read hides no other.
   *
   * @param firstSlot the slot of the first row
   */
  void read(List<String> charts, int firstSlot) {
    for (String chart : charts) {
      problems.collect(
          () -> {
            unread.add(chart);
            List<DroolsRule> read = lines(path(chart));
            if (!read.isEmpty()) {
              unread.remove(chart);
              lines.put(chart, read);
            }
          });
    }
    headers(firstSlot);
  }

  private String path(String chart) {
    return protocol + "/" + chart + ".csv";
  }

  private List<DroolsRule> lines(String path) {
    List<DroolsRule> below = table(path, files.read(path));
    return files
        .over(path)
        .map(layer -> table(layer.path(), layer.text()))
        .map(over -> OverlaidRows.chart(below, over, path, problems))
        .orElse(below);
  }

  private List<DroolsRule> table(String path, String text) {
    return known.rules(path, text, problems, DroolsRuleReader::decisionTable);
  }

  private void headers(int firstSlot) {
    Map<String, String> chartOf = new LinkedHashMap<>();
    lines.forEach(
        (chart, rules) -> {
          for (RowBlocks.Block block : RowBlocks.of(rules)) {
            DroolsRule line = block.lines().get(0);
            if (block.id().isEmpty()) {
              problems.add(line.at("Row"), "has no row id");
            } else if (!chartOf.computeIfAbsent(block.id(), id -> chart).equals(chart)) {
              problems.add(
                  line.at("Row"),
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
  }

  /** Says of each condition column whose head cannot be used so, once and not in every line. */
  void checkColumns(ConditionParser conditions) {
    for (String chart : lines.keySet()) {
      check(path(chart), files.read(path(chart)), conditions);
      files.over(path(chart)).ifPresent(layer -> check(layer.path(), layer.text(), conditions));
    }
  }

  private void check(String path, String text, ConditionParser conditions) {
    DecisionTableLayout layout = new DecisionTableLayout(path, CsvTable.lines(path, text));
    layout
        .conditions()
        .forEach(
            (column, code) -> {
              try {
                conditions.parse(DecisionTableLayout.filled(code, ANY_ANSWER));
              } catch (ConditionException e) {
                // what is said of the answer itself says nothing of the head
                if (!e.getMessage().contains("'" + ANY_ANSWER + "'")) {
                  problems.add(layout.atCode(column), e.getMessage());
                  wrongColumns.add(path + ":" + CellPlaces.letters(column));
                }
              }
            });
  }

  /** Whether a cell stands in a column whose head is wrong: there is nothing to say of it. */
  boolean wrongColumn(String where) {
    String[] parts = where.split(":");
    return parts.length == 3 && wrongColumns.contains(parts[0] + ":" + parts[2]);
  }

  /** The lines of each chart that can be read, in the order of the charts. */
  Map<String, List<DroolsRule>> lines() {
    return lines;
  }

  List<ProtocolVocabulary.RowHeader> headers() {
    return headers;
  }

  Set<String> rowIds() {
    return headers.stream()
        .map(ProtocolVocabulary.RowHeader::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  Set<String> unread() {
    return unread;
  }
}
