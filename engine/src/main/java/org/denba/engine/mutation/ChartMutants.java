package org.denba.engine.mutation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Every small change of a chart. */
final class ChartMutants {

  private static final int KINDS = 1;
  private static final int TEMPLATES = 3;
  private static final int LABELS = 4;
  private static final int FIRST_ROW = 5;
  private static final String PARAM = "$param";
  private static final List<String> COLOURS = List.of("pink", "yellow", "green");
  private static final List<String> URGENCIES =
      List.of("refer-urgent", "refer-nonurgent", "treat-here", "home-care");
  private static final Map<String, String> OPERATORS =
      Map.of("below", "atMost", "atMost", "below", "atLeast", "above", "above", "atLeast");
  private static final Pattern OPERATOR = Pattern.compile("\\b(below|atMost|atLeast|above)\\(");
  private static final Pattern NUMBER = Pattern.compile("(?<![a-z{.0-9-])\\d+");

  private final String protocol;
  private final String chart;
  private final Sheet sheet;
  private final Words words;
  private final List<Mutant> mutants = new ArrayList<>();

  private ChartMutants(String protocol, String chart, Sheet sheet, Words words) {
    this.protocol = protocol;
    this.chart = chart;
    this.sheet = sheet;
    this.words = words;
  }

  static List<Mutant> of(String protocol, String chart, Sheet sheet, Words words) {
    ChartMutants all = new ChartMutants(protocol, chart, sheet, words);
    for (int column = 0; column < sheet.columnsOf(KINDS); column++) {
      if (sheet.cell(KINDS, column).equals("CONDITION")) {
        all.operator(column);
        for (int row = FIRST_ROW; row < sheet.rows(); row++) {
          all.condition(row, column);
        }
      }
    }
    all.lines();
    all.rows();
    return all.mutants;
  }

  private void operator(int column) {
    Matcher operator = OPERATOR.matcher(sheet.cell(TEMPLATES, column));
    if (operator.find()) {
      String other = OPERATORS.get(operator.group(1));
      String template = operator.replaceFirst(other + "(");
      add(
          TEMPLATES,
          column,
          operator.group(1)
              + " -> "
              + other
              + " in the column '"
              + sheet.cell(LABELS, column)
              + "'",
          () -> sheet.with(Set.of(TEMPLATES), column, template));
    }
  }

  private void condition(int row, int column) {
    String cell = sheet.cell(row, column);
    if (cell.isEmpty()) {
      return;
    }
    String template = sheet.cell(TEMPLATES, column);
    for (String other : others(template, cell)) {
      add(row, column, cell + " -> " + other, () -> sheet.with(Set.of(row), column, other));
    }
    if (conditions(row) > 1) {
      add(row, column, cell + " left out", () -> sheet.with(Set.of(row), column, ""));
    }
  }

  private long conditions(int row) {
    return IntStream.range(0, sheet.columnsOf(KINDS))
        .filter(column -> sheet.cell(KINDS, column).equals("CONDITION"))
        .filter(column -> !sheet.cell(row, column).isEmpty())
        .count();
  }

  private List<String> others(String template, String cell) {
    Matcher predicate =
        Pattern.compile("(answer|is|param|setting|visit|below|atMost|atLeast|above)\\(([^)]*)\\)")
            .matcher(template);
    if (!predicate.find() || !predicate.group(2).contains(PARAM)) {
      return List.of();
    }
    String first = predicate.group(2).split(",")[0].replace("\"", "").trim();
    return switch (predicate.group(1)) {
      case "answer" -> List.of(cell.equals("yes") ? "no" : "yes");
      case "is" -> words.codes(first, cell);
      case "param" -> words.parameterValues(first, cell);
      case "setting" -> List.of(cell.equals("community") ? "health-facility" : "community");
      case "visit" -> List.of(cell.equals("initial") ? "follow-up" : "initial");
      default -> words.bounds(first, cell);
    };
  }

  private void lines() {
    int urgency = annotation("Urgency");
    int flag = annotation("Flag");
    for (int at = FIRST_ROW; at < sheet.rows(); at++) {
      int row = at;
      if (sheet.isBlank(row)) {
        continue;
      }
      String old = sheet.cell(row, urgency);
      for (String other : steps(URGENCIES, old)) {
        add(row, urgency, old + " -> " + other, () -> sheet.with(Set.of(row), urgency, other));
      }
      if (!sheet.cell(row, flag).isEmpty()) {
        add(
            row,
            flag,
            sheet.cell(row, flag) + " left out",
            () -> sheet.with(Set.of(row), flag, ""));
      }
    }
  }

  private void rows() {
    List<List<Integer>> blocks = blocks();
    Map<String, List<Integer>> before = new LinkedHashMap<>();
    for (List<Integer> block : blocks) {
      Set<Integer> rows = new LinkedHashSet<>(block);
      int first = block.get(0);
      addRow(first, "row " + row(first) + " left out", () -> sheet.without(rows));
      if (block.size() > 1) {
        for (int line : block) {
          addRow(
              line, "line " + sheet.cell(line, 0) + " left out", () -> sheet.without(Set.of(line)));
        }
      }
      int colour = annotation("Colour");
      String old = sheet.cell(first, colour);
      for (String other : steps(COLOURS, old)) {
        add(first, colour, old + " -> " + other, () -> sheet.with(rows, colour, other));
      }
      followUp(first, rows);
      for (String subChart : sheet.cell(first, annotation("SubChart")).split("\\s+")) {
        List<Integer> above = before.put(subChart, block);
        if (above != null && !row(above.get(0)).equals(row(first))) {
          addRow(
              above.get(0),
              "rows " + row(above.get(0)) + " and " + row(first) + " swapped",
              () -> sheet.swapped(above, block));
        }
      }
    }
  }

  private void followUp(int first, Set<Integer> rows) {
    int column = annotation("FollowUp");
    String cell = sheet.cell(first, column);
    Matcher number = NUMBER.matcher(cell);
    while (number.find()) {
      for (String other : Words.beside(number.group())) {
        String changed = cell.substring(0, number.start()) + other + cell.substring(number.end());
        add(first, column, cell + " -> " + changed, () -> sheet.with(rows, column, changed));
      }
    }
  }

  /** The lines of each row that stand together. */
  private List<List<Integer>> blocks() {
    List<List<Integer>> blocks = new ArrayList<>();
    String before = null;
    for (int row = FIRST_ROW; row < sheet.rows(); row++) {
      if (sheet.isBlank(row)) {
        continue;
      }
      String same =
          row(row)
              + "\n"
              + sheet.cell(row, annotation("SubChart"))
              + "\n"
              + sheet.cell(row, annotation("Classification"))
              + "\n"
              + sheet.cell(row, annotation("Colour"));
      if (!same.equals(before)) {
        blocks.add(new ArrayList<>());
      }
      blocks.get(blocks.size() - 1).add(row);
      before = same;
    }
    return blocks;
  }

  private String row(int row) {
    return sheet.cell(row, annotation("Row"));
  }

  private int annotation(String name) {
    for (int column = 0; column < sheet.columnsOf(KINDS); column++) {
      if (sheet.cell(TEMPLATES, column).startsWith(name + "(")) {
        return column;
      }
    }
    throw new IllegalStateException(sheet.file() + " has no column " + name);
  }

  /** The words one step up and one step down. */
  private static List<String> steps(List<String> scale, String word) {
    int at = scale.indexOf(word);
    List<String> steps = new ArrayList<>();
    if (at > 0) {
      steps.add(scale.get(at - 1));
    }
    if (at >= 0 && at + 1 < scale.size()) {
      steps.add(scale.get(at + 1));
    }
    return steps;
  }

  private void add(int row, int column, String change, Supplier<String> text) {
    mutants.add(
        new Mutant(
            protocol,
            chart,
            sheet.file(),
            row + 1,
            sheet.place(row, column),
            subject(row) + ": " + sheet.cell(LABELS, column),
            change,
            text));
  }

  private void addRow(int row, String change, Supplier<String> text) {
    mutants.add(
        new Mutant(
            protocol, chart, sheet.file(), row + 1, sheet.place(row), subject(row), change, text));
  }

  /** The line, or the column where the head of a column is changed. */
  private String subject(int row) {
    return row < FIRST_ROW ? "column" : sheet.cell(row, 0);
  }
}
