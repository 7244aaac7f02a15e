package org.denba.engine.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.ConditionException;
import org.denba.engine.condition.ConditionParser;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.protocol.SharedVocabulary;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * How often what is found in the synthetic patients of one protocol: {@code cohort/<protocol>.csv}.
 *
 * @param elements the elements in the order in which they are drawn
 */
record CohortTable(List<Drawn> elements) {

  static final String FOLDER = "cohort/";
  private static final double ROUNDING = 1e-9;
  private static final String ELEMENT = "element";
  private static final String SHARE = "share";
  private static final String ASSESSED = "assessed";
  private static final String WHEN = "when";

  /** An element, with the first group of lines whose condition holds. */
  record Drawn(DataElement element, List<Group> groups) {}

  /**
   * Lines of one condition.
   *
   * @param when null for always
   */
  record Group(Condition when, List<Line> lines) {}

  /**
   * One line.
   *
   * @param share how often, between 0 and 1
   * @param assessed how often it was looked for
   * @param notDone the reason that is told where it was not, or empty
   */
  record Line(ValueDraw value, double share, double assessed, String notDone) {}

  /**
   * @throws RuleFileException naming file, row and column of what is wrong
   */
  static CohortTable read(RuleFiles files, String protocol, DataDictionary dictionary) {
    String file = FOLDER + protocol + ".csv";
    ConditionParser parser = new ConditionParser(new SharedVocabulary(dictionary, List.of()));
    SharedVocabulary words = new SharedVocabulary(dictionary, List.of());
    Map<DataElement, Map<String, List<CsvTable.Row>>> rows = new LinkedHashMap<>();
    List<String> columns = List.of(ELEMENT, "value", SHARE, WHEN, ASSESSED, "not-done", "source");
    for (CsvTable.Row row : CsvTable.read(files, file, columns).rows()) {
      row.required("source");
      try {
        rows.computeIfAbsent(words.element(row.required(ELEMENT)), e -> new LinkedHashMap<>())
            .computeIfAbsent(row.get(WHEN), w -> new ArrayList<>())
            .add(row);
      } catch (ConditionException e) {
        throw new RuleFileException(row.where(), e.getMessage(), e);
      }
    }
    List<Drawn> drawn = new ArrayList<>();
    Set<DataElement> above = new LinkedHashSet<>();
    rows.forEach(
        (element, groups) -> {
          List<Group> read = new ArrayList<>();
          groups.forEach(
              (when, lines) -> read.add(group(parser, element, when, lines, above, dictionary)));
          drawn.add(new Drawn(element, List.copyOf(read)));
          above.add(element);
        });
    return new CohortTable(List.copyOf(drawn));
  }

  private static Group group(
      ConditionParser parser,
      DataElement element,
      String when,
      List<CsvTable.Row> rows,
      Set<DataElement> above,
      DataDictionary dictionary) {
    Condition condition = when.isEmpty() ? null : condition(parser, when, rows.get(0));
    if (condition != null) {
      condition.reads(slot -> drawnBefore(dictionary.elements().get(slot), above, rows.get(0)));
    }
    List<Line> lines = new ArrayList<>();
    double sum = 0;
    for (CsvTable.Row row : rows) {
      double share = share(row, SHARE);
      sum += share;
      lines.add(
          new Line(ValueDraw.read(row, element), share, share(row, ASSESSED), row.get("not-done")));
    }
    boolean rest = element.type() == ElementType.BOOLEAN;
    if (element.type() != ElementType.LIST
        && (rest ? sum > 1 + ROUNDING : Math.abs(sum - 1) > ROUNDING)) {
      throw rows.get(0)
          .problem(
              SHARE,
              "the shares of "
                  + element.id()
                  + (when.isEmpty() ? "" : " when " + when)
                  + " add up to "
                  + Math.round(sum * 10_000) / 10_000.0
                  + ": they must add up to 1");
    }
    return new Group(condition, List.copyOf(lines));
  }

  private static Condition condition(ConditionParser parser, String when, CsvTable.Row row) {
    try {
      return parser.parse(when);
    } catch (ConditionException e) {
      throw row.problem(WHEN, e.getMessage());
    }
  }

  private static void drawnBefore(DataElement read, Set<DataElement> above, CsvTable.Row row) {
    boolean fromAge = PatientDraw.AGES.contains(read.id());
    if (!above.contains(read) && !fromAge) {
      throw row.problem(
          WHEN, "'" + read.id() + "' is drawn further below, or not at all: move its rows up");
    }
  }

  private static double share(CsvTable.Row row, String column) {
    if (!row.has(column)) {
      return 1;
    }
    try {
      double share = Double.parseDouble(row.get(column));
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      throw row.problem(column, "'" + row.get(column) + "' is no number: write 0.25 for a quarter");
    }
    throw row.problem(column, "'" + row.get(column) + "' must lie between 0 and 1");
  }
}
