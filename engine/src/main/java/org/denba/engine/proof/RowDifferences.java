package org.denba.engine.proof;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

  /** The row is proved or open by lines that say something else now. */
  private void saysOther(
      Chart.SubChart subChart, Row row, Row then, List<Formula> ways, List<Formula> open) {
    Formula wins = was.order().wins(subChart, row);
    Formula seen = f.or(wins, two.isOpen(was, subChart, row));
    if (row.colour() != then.colour()
        || !row.classification().equals(then.classification())
        || !row.subCharts().equals(then.subCharts())) {
      ways.add(wins);
      open.add(seen);
      return;
    }
    for (Urgency urgency : Urgency.values()) {
      Predicate<Row.Line> reaches = line -> line.urgency().compareTo(urgency) >= 0;
      ways.add(f.and(wins, linesDiffer(row, then, reaches, false)));
      open.add(f.and(seen, linesDiffer(row, then, reaches, true)));
    }
    Set<String> flags = new TreeSet<>();
    Stream.of(row, then).flatMap(each -> each.lines().stream()).forEach(l -> flags.add(l.flag()));
    for (String flag : flags) {
      Predicate<Row.Line> has = line -> line.flag().equals(flag);
      ways.add(f.and(wins, linesDiffer(row, then, has, false)));
      if (flag.equals(Row.HELD) || flag.equals(Row.PRE_REFERRAL)) {
        open.add(f.and(seen, linesDiffer(row, then, has, true)));
      }
    }
    if (!Objects.equals(row.followUp(), then.followUp())) {
      // where the row itself refers urgently its follow-up is not said
      ways.add(f.and(wins, f.not(was.order().proves(subChart, Urgency.REFER_URGENT))));
    }
  }

  /** One of the lines of a kind holds in one reading and none in the other. */
  private Formula linesDiffer(Row row, Row then, Predicate<Row.Line> which, boolean possible) {
    return two.differ(holds(was, row, which, possible), holds(is, then, which, possible));
  }

  private Formula holds(Encoding in, Row row, Predicate<Row.Line> which, boolean possible) {
    return f.or(
        row.lines().stream()
            .filter(which)
            .map(line -> in.alternative(line.alternative(), possible))
            .toList());
  }
}
