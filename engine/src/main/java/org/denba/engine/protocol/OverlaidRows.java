package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.dictionary.NearestId;
import org.denba.engine.rules.CsvTable;

/** Lines of a table with those of an overlay in their place: all lines of a row are replaced. */
final class OverlaidRows {

  private static final String ROW = "row";

  private OverlaidRows() {}

  /**
   * The lines of a chart. Where the row stands in several blocks, the first block of the overlay
   * takes the place of the first one, and so on; more blocks follow the last one, and fewer leave
   * the last ones out.
   *
   * @param file the chart's path, for complaints
   * @param problems takes each line of the overlay whose row the chart does not have
   */
  static List<DroolsRule> chart(
      List<DroolsRule> lines, List<DroolsRule> over, String file, Problems problems) {
    Map<String, List<RowBlocks.Block>> below = byRow(lines);
    Map<String, List<RowBlocks.Block>> above = byRow(over);
    for (DroolsRule line : over) {
      if (!below.containsKey(line.annotation("Row"))) {
        problems.add(line.where(), noRow(line.annotation("Row"), file, below.keySet()));
      }
    }
    List<DroolsRule> merged = new ArrayList<>();
    for (RowBlocks.Block block : RowBlocks.of(lines)) {
      List<RowBlocks.Block> own = above.get(block.id());
      if (own == null) {
        merged.addAll(block.lines());
      } else {
        boolean last = block.number() == below.get(block.id()).size();
        int from = Math.min(block.number() - 1, own.size());
        int to = last ? own.size() : Math.min(block.number(), own.size());
        own.subList(from, to).forEach(each -> merged.addAll(each.lines()));
      }
    }
    return merged;
  }

  private static Map<String, List<RowBlocks.Block>> byRow(List<DroolsRule> lines) {
    return RowBlocks.of(lines).stream()
        .collect(
            Collectors.groupingBy(RowBlocks.Block::id, LinkedHashMap::new, Collectors.toList()));
  }

  private static String noRow(String id, String file, Set<String> known) {
    return "'"
        + id
        + "' is no row of "
        + file
        + NearestId.of(id, known).map(near -> ", perhaps '" + near + "'").orElse("");
  }

  /**
   * The lines of {@code actions.csv}: those of a row stand where the first one stood, or at the end
   * where it had none.
   */
  static List<CsvTable.Row> actions(List<CsvTable.Row> lines, List<CsvTable.Row> over) {
    if (over.isEmpty()) {
      return lines;
    }
    Map<String, List<CsvTable.Row>> above =
        over.stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.get(ROW), LinkedHashMap::new, Collectors.toList()));
    List<CsvTable.Row> merged = new ArrayList<>();
    Map<String, List<CsvTable.Row>> left = new LinkedHashMap<>(above);
    for (CsvTable.Row line : lines) {
      if (!above.containsKey(line.get(ROW))) {
        merged.add(line);
      } else if (left.containsKey(line.get(ROW))) {
        merged.addAll(left.remove(line.get(ROW)));
      }
    }
    left.values().forEach(merged::addAll);
    return merged;
  }
}
