package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.List;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.IsCode;
import org.denba.engine.condition.ParameterIs;
import org.denba.engine.condition.SettingIs;
import org.denba.engine.condition.YesNo;

/**
 * A chart's lines as blocks: the lines of one row id that stand together and say the same
 * classification, colour and sub-chart. A row whose colour or place depends on the setting or on a
 * parameter has several blocks, of which only one can apply.
 */
final class RowBlocks {

  /**
   * @param id the row's id
   * @param number 1 for the first block of its row, then 2, …
   * @param lines its lines in order
   */
  record Block(String id, int number, List<DroolsRule> lines) {}

  private static final List<String> SAME = List.of("Row", "Classification", "Colour", "SubChart");

  private RowBlocks() {}

  static List<Block> of(List<DroolsRule> lines) {
    List<Block> blocks = new ArrayList<>();
    DroolsRule before = null;
    for (DroolsRule line : lines) {
      if (before != null && together(before, line)) {
        blocks.get(blocks.size() - 1).lines().add(line);
      } else {
        String id = line.annotation("Row");
        long earlier = blocks.stream().filter(block -> block.id().equals(id)).count();
        blocks.add(new Block(id, (int) earlier + 1, new ArrayList<>(List.of(line))));
      }
      before = line;
    }
    return blocks;
  }

  private static boolean together(DroolsRule first, DroolsRule second) {
    return SAME.stream()
        .allMatch(column -> first.annotation(column).equals(second.annotation(column)));
  }

  /** Says which lines of one row, in different blocks, could apply together. */
  static void checkApart(List<Row> rows, Problems problems) {
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        if (rows.get(i).id().equals(rows.get(j).id())) {
          checkApart(rows.get(i), rows.get(j), problems);
        }
      }
    }
  }

  private static void checkApart(Row first, Row second, Problems problems) {
    for (Row.Line line : first.lines()) {
      for (Row.Line other : second.lines()) {
        if (!sameButForFlag(first, line, second, other)
            && !apart(line.alternative(), other.alternative())) {
          problems.add(
              other.alternative().where(),
              differences(first, second)
                  + ", but the row '"
                  + first.id()
                  + "' at "
                  + line.alternative().where()
                  + " has "
                  + differences(second, first)
                  + ": give both the same, or let a setting, a parameter or a code tell them"
                  + " apart");
          return;
        }
      }
    }
  }

  /** A line that stands higher because something is still to be asked or waited for. */
  private static boolean sameButForFlag(Row first, Row.Line line, Row second, Row.Line other) {
    return first.classification().equals(second.classification())
        && first.colour() == second.colour()
        && first.subCharts().equals(second.subCharts())
        && !line.flag().equals(other.flag());
  }

  /** What a block says otherwise than another block of its row. */
  private static String differences(Row other, Row row) {
    List<String> said = new ArrayList<>();
    if (!row.classification().equals(other.classification())) {
      said.add("classification '" + row.classification() + "'");
    }
    if (row.colour() != other.colour()) {
      said.add("colour '" + row.colour().code() + "'");
    }
    if (!row.subCharts().equals(other.subCharts())) {
      said.add("sub-chart '" + String.join(" ", row.subCharts()) + "'");
    }
    return said.isEmpty() ? "another place in the chart" : String.join(", ", said);
  }

  private static boolean apart(Alternative first, Alternative second) {
    return first.conditions().stream()
        .anyMatch(one -> second.conditions().stream().anyMatch(other -> excludes(one, other)));
  }

  private static boolean excludes(Condition one, Condition other) {
    if (one instanceof SettingIs here && other instanceof SettingIs there) {
      return !here.setting().equals(there.setting());
    }
    if (one instanceof ParameterIs first && other instanceof ParameterIs second) {
      return first.parameter() == second.parameter()
          && first.values().stream().noneMatch(second.values()::contains);
    }
    if (one instanceof YesNo first && other instanceof YesNo second) {
      return first.slot() == second.slot() && first.yes() != second.yes();
    }
    return one instanceof IsCode first
        && other instanceof IsCode second
        && first.slot() == second.slot()
        && (first.mask() & second.mask()) == 0;
  }
}
