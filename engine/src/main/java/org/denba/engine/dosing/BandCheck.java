package org.denba.engine.dosing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.rules.RuleFileException;

/**
 * Makes sure that under every combination of parameter values that a medicine's rows name, at most
 * one row applies to a child and no hole lies between two bands. Bands whose edges are parameters
 * belong to rows that stop; they are left out.
 */
final class BandCheck {

  private static final int MOST_COMBINATIONS = 5000;

  private BandCheck() {}

  /**
   * @param rows all rows of one medicine
   * @throws RuleFileException when two bands overlap or leave a hole
   */
  static void check(List<DoseRow> rows) {
    for (Map<String, String> choice : choices(rows)) {
      List<DoseRow> inUse =
          rows.stream()
              .filter(
                  row ->
                      row.when().stream()
                          .allMatch(c -> c.value().equals(choice.get(c.parameter()))))
              .toList();
      List<DoseRow> stops = inUse.stream().filter(DoseRow::isStop).toList();
      inUse.stream()
          .filter(row -> !row.isStop())
          .map(DoseRow::step)
          .distinct()
          .forEach(
              step ->
                  checkSlot(
                      inUse.stream().filter(row -> !row.isStop() && row.step() == step).toList(),
                      stops,
                      choice));
    }
  }

  private static void checkSlot(
      List<DoseRow> rows, List<DoseRow> stops, Map<String, String> choice) {
    List<DoseRow> any = of(rows, Basis.ANY);
    if (any.size() > 1) {
      throw new RuleFileException(
          any.get(1).where() + ":basis",
          "applies to every child, and so does "
              + any.get(0).where()
              + under(choice)
              + ": keep one");
    }
    checkUnit(of(rows, Basis.AGE), of(rows, Basis.DAYS), choice);
    for (Basis basis : List.of(Basis.WEIGHT, Basis.AGE, Basis.DAYS)) {
      List<DoseRow> bands = of(rows, basis);
      for (int i = 1; i < bands.size(); i++) {
        if (bands.get(i).band().from().number() < bands.get(i - 1).band().upper()) {
          throw new RuleFileException(
              bands.get(i).where() + ":from",
              bands.get(i).band()
                  + " overlaps "
                  + bands.get(i - 1).band()
                  + " of "
                  + bands.get(i - 1).where()
                  + under(choice)
                  + ": 'to' is not part of a band, so the next 'from' repeats it");
        }
      }
      if (!bands.isEmpty()) {
        List<DoseRow> all = new ArrayList<>(bands);
        all.addAll(of(stops, basis));
        checkHoles(all, choice);
      }
    }
  }

  private static void checkUnit(
      List<DoseRow> months, List<DoseRow> days, Map<String, String> choice) {
    if (!months.isEmpty() && !days.isEmpty()) {
      throw new RuleFileException(
          days.get(0).where() + ":basis",
          "goes by days of age, and "
              + months.get(0).where()
              + " by months"
              + under(choice)
              + ": use one of the two for the same part of a dose");
    }
  }

  private static void checkHoles(List<DoseRow> rows, Map<String, String> choice) {
    rows.sort(Comparator.comparingDouble(row -> row.band().from().number()));
    double covered = rows.get(0).band().upper();
    for (DoseRow row : rows.subList(1, rows.size())) {
      double from = row.band().from().number();
      if (from > covered) {
        throw new RuleFileException(
            row.where() + ":from",
            "no row covers "
                + row.band().basis()
                + " "
                + new Operand(covered, null)
                + " up to "
                + row.band().from()
                + under(choice)
                + ": close the hole, or add a row with a note and no amount");
      }
      covered = Math.max(covered, row.band().upper());
    }
  }

  private static List<DoseRow> of(List<DoseRow> rows, Basis basis) {
    return rows.stream()
        .filter(row -> row.band().basis() == basis)
        .filter(row -> basis == Basis.ANY || row.band().fixed())
        .sorted(
            Comparator.comparingDouble(row -> basis == Basis.ANY ? 0 : row.band().from().number()))
        .toList();
  }

  private static List<Map<String, String>> choices(List<DoseRow> rows) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (DoseRow row : rows) {
      row.when()
          .forEach(
              c ->
                  values.computeIfAbsent(c.parameter(), p -> new LinkedHashSet<>()).add(c.value()));
    }
    List<Map<String, String>> choices = List.of(Map.of());
    for (Map.Entry<String, Set<String>> parameter : values.entrySet()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> choice : choices) {
        for (String value : parameter.getValue()) {
          Map<String, String> next = new LinkedHashMap<>(choice);
          next.put(parameter.getKey(), value);
          longer.add(next);
        }
      }
      choices = longer;
      if (choices.size() > MOST_COMBINATIONS) {
        throw new RuleFileException(
            rows.get(0).where() + ":when",
            "the medicine's rows name too many parameter values to check: split the table");
      }
    }
    return choices;
  }

  private static String under(Map<String, String> choice) {
    if (choice.isEmpty()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    choice.forEach((parameter, value) -> parts.add(parameter + " = " + value));
    return " (with " + String.join(", ", parts) + ")";
  }
}
