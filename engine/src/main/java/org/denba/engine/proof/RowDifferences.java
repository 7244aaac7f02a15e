package org.denba.engine.proof;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** How the rows of two readings of a protocol differ. */
final class RowDifferences {

  private final TwoReadings two;
  private final Encoding was;
  private final Encoding is;
  private final FormulaFactory f;
  private final Set<Input> inputs;

  RowDifferences(TwoReadings two) {
    this.two = two;
    this.was = two.was();
    this.is = two.is();
    this.f = two.was().formulas();
    this.inputs = two.inputs();
  }

  private static Map<String, Row> rows(Chart.SubChart subChart) {
    Map<String, Integer> count = new HashMap<>();
    Map<String, Row> rows = new LinkedHashMap<>();
    subChart
        .rows()
        .forEach(row -> rows.put(row.id() + "#" + count.merge(row.id(), 1, Integer::sum), row));
    return rows;
  }

  void find(Set<Integer> touched, List<Formula> ways, List<Formula> open) {
    Map<String, Chart.SubChart> others = new HashMap<>();
    is.protocol().subCharts().forEach(subChart -> others.put(subChart.id(), subChart));
    for (Chart.SubChart subChart : was.protocol().subCharts()) {
      if (subChart.rows().stream().noneMatch(row -> touched.contains(row.slot()))) {
        continue;
      }
      inputs.addAll(was.dependencies().leaves(Dependencies.slots(subChart)));
      Chart.SubChart other = others.get(subChart.id());
      if (other != null) {
        inputs.addAll(is.dependencies().leaves(Dependencies.slots(other)));
      }
      Map<String, Row> rowsThen = other == null ? Map.of() : rows(other);
      rows(subChart)
          .forEach(
              (key, row) -> {
                Row then = rowsThen.get(key);
                ways.add(
                    two.differ(
                        was.order().wins(subChart, row),
                        then == null ? f.falsum() : is.order().wins(other, then)));
                if (then != null && row.classifies() && !Reach.said(row).equals(Reach.said(then))) {
                  saysOther(subChart, row, then, ways, open);
                }
                if (row.classifies()) {
                  open.add(
                      two.differ(
                          two.isOpen(was, subChart, row),
                          then == null ? f.falsum() : two.isOpen(is, other, then)));
                }
              });
      for (Urgency urgency : Urgency.values()) {
        if (other != null
            && urgency != Urgency.UNDETERMINED
            && subChart.rows().stream().anyMatch(Row::classifies)) {
          ways.add(
              two.differ(was.order().proves(subChart, urgency), is.order().proves(other, urgency)));
          open.add(
              two.differ(
                  was.order().couldBe(subChart, urgency), is.order().couldBe(other, urgency)));
        }
      }
    }
  }

  /** The row is proved or open by a line that says something else now. */
  private void saysOther(
      Chart.SubChart subChart, Row row, Row then, List<Formula> ways, List<Formula> open) {
    Formula seen = f.or(was.order().wins(subChart, row), two.isOpen(was, subChart, row));
    boolean lines = false;
    for (int i = 0; i < row.lines().size() && row.lines().size() == then.lines().size(); i++) {
      Row.Line line = row.lines().get(i);
      Row.Line now = then.lines().get(i);
      if (line.urgency() != now.urgency() || !line.flag().equals(now.flag())) {
        lines = true;
        ways.add(
            f.and(was.order().wins(subChart, row), was.alternative(line.alternative(), false)));
        if (line.urgency() != now.urgency() || decides(line) || decides(now)) {
          open.add(f.and(seen, was.alternative(line.alternative(), true)));
        }
      }
    }
    boolean followUp =
        row.colour() == then.colour()
            && row.classification().equals(then.classification())
            && row.subCharts().equals(then.subCharts());
    if (!lines && followUp) {
      // where the row itself refers urgently its follow-up is not said
      ways.add(
          f.and(
              was.order().wins(subChart, row),
              f.not(was.order().proves(subChart, Urgency.REFER_URGENT))));
    } else if (!lines) {
      ways.add(was.order().wins(subChart, row));
      open.add(seen);
    }
  }

  /** Whether the flag does more than to be shown beside a proved row. */
  private static boolean decides(Row.Line line) {
    return line.flag().equals(Row.HELD) || line.flag().equals(Row.PRE_REFERRAL);
  }
}
