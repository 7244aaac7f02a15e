package org.denba.engine.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.denba.engine.assessment.Interval;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.ConditionException;
import org.denba.engine.condition.ConditionParser;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.NearestId;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFiles;

/**
 * Reads the tables beside the charts: guards, closing answers, intake rules, actions, plausible
 * ranges.
 */
final class SideTableReader {

  private static final String ALL = "*";

  private final RuleFiles files;
  private final String folder;
  private final ProtocolVocabulary words;
  private final ConditionParser conditions;
  private final Problems problems;

  SideTableReader(RuleFiles files, String folder, ProtocolVocabulary words, Problems problems) {
    this.files = files;
    this.folder = folder;
    this.words = words;
    this.conditions = new ConditionParser(words);
    this.problems = problems;
  }

  /** One line of {@code guards.csv}: a question and when it is asked. */
  record Guard(DataElement element, Condition askedWhen, String where) {}

  void guards(Consumer<Guard> guards) {
    each(
        "guards.csv",
        List.of("element", "asked-when", "why"),
        row ->
            guards.accept(
                new Guard(element(row, "element"), required(row, "asked-when"), row.where())));
  }

  private Condition required(CsvTable.Row row, String column) {
    row.required(column);
    return condition(row, column);
  }

  void closings(Consumer<Closing> closings) {
    each(
        "closes.csv",
        List.of("element", "reasons", "when-known", "unless", "warning", "why", "comparisons"),
        row -> {
          List<String> reasons = row.list("reasons");
          closings.accept(
              new Closing(
                  element(row, "element").index(),
                  reasons.equals(List.of("any")) ? List.of() : reasons,
                  row.has("when-known") ? element(row, "when-known").index() : -1,
                  condition(row, "unless"),
                  row.get("warning"),
                  comparisons(row)));
        });
  }

  private Closing.Comparisons comparisons(CsvTable.Row row) {
    if (!row.has("comparisons")) {
      return Closing.Comparisons.CLOSED;
    }
    Closing.Comparisons comparisons =
        Arrays.stream(Closing.Comparisons.values())
            .filter(one -> one.word().equals(row.get("comparisons")))
            .findFirst()
            .orElseThrow(
                () ->
                    row.problem(
                        "comparisons",
                        "'"
                            + row.get("comparisons")
                            + "' cannot stand here: write closed, open or code"));
    if (comparisons == Closing.Comparisons.CODE
        && !element(row, "element").hasCode(Closing.NOT_DONE_CODE)) {
      throw row.problem(
          "comparisons", "'" + row.get("element") + "' has no code " + Closing.NOT_DONE_CODE);
    }
    return comparisons;
  }

  void intake(Consumer<IntakeRule> rules) {
    each(
        "intake.csv",
        List.of("from", "value", "to", "becomes", "mode", "why"),
        row ->
            rules.accept(
                new IntakeRule(
                    element(row, "from"),
                    row.required("value"),
                    element(row, "to"),
                    row.required("becomes"),
                    mode(row))));
  }

  private static IntakeRule.Mode mode(CsvTable.Row row) {
    return Arrays.stream(IntakeRule.Mode.values())
        .filter(mode -> mode.word().equals(row.get("mode")))
        .findFirst()
        .orElseThrow(
            () ->
                row.problem(
                    "mode",
                    "'"
                        + row.get("mode")
                        + "' is no mode: use synonym, implies, if-blank, replace, contradicts or"
                        + " not-done-if-blank"));
  }

  /**
   * @param plausible receives the usual range of an element in this protocol
   * @param allowed receives the possible range, where it is another one than the dictionary's
   */
  void plausible(
      BiConsumer<DataElement, Interval> plausible, BiConsumer<DataElement, Interval> allowed) {
    each(
        "plausible.csv",
        List.of("element", "plausible"),
        row -> {
          DataElement element = element(row, "element");
          row.required("plausible");
          plausible.accept(element, range(row, "plausible"));
          if (row.has("allowed")) {
            allowed.accept(element, range(row, "allowed"));
          }
        },
        "allowed");
  }

  private static Interval range(CsvTable.Row row, String column) {
    String[] ends = row.get(column).split("\\.\\.");
    try {
      return new Interval(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw row.problem(column, "'" + row.get(column) + "' is no range: write lowest..highest");
    }
  }

  void actions(
      Map<String, List<Row>> rows,
      Map<String, Treatment> treatments,
      Consumer<ActionRule> actions) {
    each(
        "actions.csv",
        List.of(
            "row",
            "action",
            "when",
            "unless",
            "unless-possible",
            "course",
            "days",
            "hours",
            "text"),
        row -> {
          String id = row.required("row");
          List<Row> target = rows.getOrDefault(id, List.of());
          if (!rows.containsKey(id) && !id.equals(ALL)) {
            throw row.problem("row", "'" + id + "' is no row of this protocol" + meant(id, rows));
          }
          String action = row.required("action");
          if (!action.equals(ActionRule.FOLLOW_UP) && !treatments.containsKey(action)) {
            throw row.problem(
                "action",
                "'" + action + "' is not in " + Treatment.FILE + meant(action, treatments));
          }
          List<DayCount> days = dayCounts(row);
          actions.accept(
              new ActionRule(
                  target,
                  action,
                  condition(row, "when"),
                  condition(row, "unless"),
                  condition(row, "unless-possible"),
                  extent(row),
                  days,
                  row.get("hours"),
                  row.get("text")));
        });
  }

  private static ActionRule.Extent extent(CsvTable.Row row) {
    return Arrays.stream(ActionRule.Extent.values())
        .filter(extent -> extent.word().equals(row.get("course")))
        .findFirst()
        .orElseThrow(
            () ->
                row.problem(
                    "course",
                    "'" + row.get("course") + "' cannot stand here: write course or first-dose"));
  }

  private List<DayCount> dayCounts(CsvTable.Row row) {
    return inCell(row, "days", () -> DayCount.read(row.get("days"), words));
  }

  private Condition condition(CsvTable.Row row, String column) {
    return row.has(column) ? inCell(row, column, () -> conditions.parse(row.get(column))) : null;
  }

  private DataElement element(CsvTable.Row row, String column) {
    String id = row.required(column);
    return inCell(row, column, () -> words.element(id));
  }

  private static <T> T inCell(CsvTable.Row row, String column, Supplier<T> read) {
    try {
      return read.get();
    } catch (ConditionException e) {
      throw row.problem(column, e.getMessage());
    }
  }

  private static String meant(String id, Map<String, ?> known) {
    return NearestId.of(id, known.keySet()).map(near -> ", perhaps '" + near + "'").orElse("");
  }

  private void each(
      String name, List<String> columns, Consumer<CsvTable.Row> read, String... optional) {
    String path = folder + "/" + name;
    Optional<String> text = files.find(path);
    if (text.isPresent()) {
      problems.collect(
          path,
          () ->
              OverlaidRows.actions(
                      CsvTable.read(files, path, problems, columns, optional).rows(),
                      CsvTable.over(files, path, columns, optional))
                  .forEach(row -> problems.collect(row.where(), () -> read.accept(row))));
    }
  }
}
