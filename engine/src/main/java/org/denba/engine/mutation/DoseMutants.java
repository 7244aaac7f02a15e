package org.denba.engine.mutation;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Every small change of a dose table: a number one up and one down, a line left out, a bound
 * between two bands moved in both.
 */
final class DoseMutants {

  private static final String[] NUMBERS = {
    "amount",
    "amount_max",
    "strength_per_ml",
    "cap",
    "round_to",
    "count",
    "times_per_day",
    "every_hours",
    "doses",
    "days",
    "minutes"
  };
  private static final String NUMBER = "\\d+(\\.\\d+)?";
  private static final List<String> BOUNDS = List.of("from", "to");

  private final Sheet sheet;

  private DoseMutants(Sheet sheet) {
    this.sheet = sheet;
  }

  static List<Mutant> of(String treatment, Sheet sheet) {
    TableMutants table =
        new TableMutants(RuleMutants.DOSES, treatment, sheet).lines().numbers(NUMBERS);
    new DoseMutants(sheet).bounds(table::add);
    return table.mutants();
  }

  private interface Adding {
    void add(int row, int column, String change, Supplier<String> text);
  }

  /** The bound between two bands of one basis is one bound, though it stands in several cells. */
  private void bounds(Adding adding) {
    int basis = sheet.column("basis");
    if (sheet.column("from") < 0) {
      return;
    }
    TreeMap<String, Set<Integer>> rowsOfBound = new TreeMap<>();
    for (int row = 1; row < sheet.rows(); row++) {
      for (String bound : BOUNDS) {
        int column = sheet.column(bound);
        if (column >= 0 && sheet.cell(row, column).matches(NUMBER)) {
          rowsOfBound
              .computeIfAbsent(
                  sheet.cell(row, basis) + "=" + sheet.cell(row, column),
                  key -> new LinkedHashSet<>())
              .add(row);
        }
      }
    }
    rowsOfBound.forEach(
        (key, rows) -> {
          String bound = key.substring(key.indexOf('=') + 1);
          String unit = key.substring(0, key.indexOf('='));
          BigDecimal step = new BigDecimal(unit.endsWith("kg") ? "0.1" : "1");
          BigDecimal value = new BigDecimal(bound);
          for (BigDecimal other : List.of(value.subtract(step), value.add(step))) {
            if (other.signum() >= 0 && value.signum() > 0) {
              int first = rows.iterator().next();
              int column =
                  BOUNDS.stream()
                      .mapToInt(sheet::column)
                      .filter(c -> c >= 0 && sheet.cell(first, c).equals(bound))
                      .findFirst()
                      .orElseThrow();
              adding.add(
                  first,
                  column,
                  unit + " " + bound + " -> " + other.toPlainString(),
                  () -> moved(rows, bound, other.toPlainString()));
            }
          }
        });
  }

  private String moved(Set<Integer> rows, String bound, String other) {
    Sheet changed = sheet;
    for (String name : BOUNDS) {
      int column = sheet.column(name);
      Set<Integer> here = new LinkedHashSet<>();
      rows.stream()
          .filter(r -> column >= 0 && sheet.cell(r, column).equals(bound))
          .forEach(here::add);
      if (!here.isEmpty()) {
        changed = Sheet.read(sheet.file(), changed.with(here, column, other));
      }
    }
    return changed.with(Set.of(), 0, "");
  }
}
