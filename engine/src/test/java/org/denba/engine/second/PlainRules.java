package org.denba.engine.second;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.yaml.snakeyaml.Yaml;

/** The rule files of one protocol, read plainly: what stands where, nothing checked. */
final class PlainRules {

  /**
   * A line of a chart, a rule of a derived element (with its code, or empty), or a guard.
   *
   * @param target {@code row ROW#block}, an element, or {@code asked ELEMENT}
   */
  record Line(String name, String target, String code, PlainCondition condition) {}

  /** A row as one block of lines, with the urgency and the flag of each. */
  record Block(
      int index,
      String row,
      String chart,
      String colour,
      List<Line> lines,
      List<String> urgencies,
      List<String> flags) {

    String target() {
      return "row " + index;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Block block && block.index == index;
    }

    @Override
    public int hashCode() {
      return index;
    }
  }

  /** A not-done that is more than unknown. */
  record Closing(
      String element,
      List<String> reasons,
      String whenKnown,
      PlainCondition unless,
      String comparisons) {}

  private static final Pattern RULE =
      Pattern.compile("(?s)rule\\s+\"([^\"]*)\"(.*?)\\bwhen\\s+a : Assessment\\((.*?)\\)\\s*then");
  private static final Pattern ANNOTATION = Pattern.compile("@(\\w+)(?:\\(\"([^\"]*)\"\\))?");

  final List<Line> lines = new ArrayList<>();
  final List<Block> blocks = new ArrayList<>();
  final Map<String, List<Block>> subCharts = new LinkedHashMap<>();
  final Map<String, List<Line>> ofTarget = new HashMap<>();
  final Set<String> provedOnly = new HashSet<>();
  final List<Closing> closings = new ArrayList<>();
  final List<Map<String, String>> intake = new ArrayList<>();
  final Map<String, PlainCondition> provisionalWhile = new HashMap<>();
  final Map<String, Map<String, Object>> parameters = new LinkedHashMap<>();
  final Map<String, Map<String, String>> dictionary = new LinkedHashMap<>();
  final Map<String, String> allowed = new HashMap<>();
  private final Function<String, String> files;
  private final String id;

  /**
   * @param files the text of a file, empty where there is none
   * @param id the protocol
   */
  PlainRules(Function<String, String> files, String id) {
    this.files = files;
    this.id = id;
    for (Map<String, String> element : table("dictionary/data-dictionary.csv")) {
      dictionary.put(element.get("id"), element);
      allowed.put(element.get("id"), element.get("allowed"));
    }
    Map<String, Object> yaml = new Yaml().load(files.apply(id + "/protocol.yaml"));
    this.<Map<String, Map<String, Object>>>get(yaml, "parameters", Map.of())
        .forEach(parameters::put);
    this.<List<String>>get(yaml, "charts", List.of()).forEach(this::chart);
    derived(files.apply(id + "/derived.drl"));
    for (Map<String, String> guard : table(id + "/guards.csv")) {
      line(
          new Line(
              "asked " + guard.get("element"),
              "asked " + guard.get("element"),
              "",
              PlainParser.parse(guard.get("asked-when"))));
    }
    table(id + "/closes.csv").forEach(this::closing);
    intake.addAll(table(id + "/intake.csv"));
    for (Map<String, String> range : table(id + "/plausible.csv")) {
      if (!range.getOrDefault("allowed", "").isEmpty()) {
        allowed.put(range.get("element"), range.get("allowed"));
      }
    }
    for (Map<String, Object> rule :
        this.<List<Map<String, Object>>>get(yaml, "provisional-while", List.of())) {
      PlainCondition possible = PlainParser.parse((String) rule.get("possible"));
      this.<List<String>>get(rule, "charts", List.of())
          .forEach(chart -> provisionalWhile.put(chart, possible));
    }
  }

  @SuppressWarnings("unchecked")
  private <T> T get(Map<String, Object> yaml, String key, T otherwise) {
    return (T) yaml.getOrDefault(key, otherwise);
  }

  private List<List<String>> cells(String path) {
    List<List<String>> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(files.apply(path), CSVFormat.RFC4180)) {
      for (CSVRecord row : parser) {
        rows.add(row.toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private List<Map<String, String>> table(String path) {
    List<List<String>> rows = cells(path);
    List<Map<String, String>> table = new ArrayList<>();
    for (List<String> row : rows.isEmpty() ? rows : rows.subList(1, rows.size())) {
      Map<String, String> named = new HashMap<>();
      for (int i = 0; i < row.size(); i++) {
        named.put(rows.get(0).get(i), row.get(i).strip());
      }
      table.add(named);
    }
    return table;
  }

  private void line(Line line) {
    lines.add(line);
    ofTarget.computeIfAbsent(line.target(), target -> new ArrayList<>()).add(line);
  }

  /** Row 2 says what each column is, row 4 how its cell is read, the data begin in row 6. */
  private void chart(String chart) {
    List<List<String>> rows = cells(id + "/" + chart + ".csv");
    List<String> before = List.of();
    for (List<String> row : rows.subList(5, rows.size())) {
      List<PlainCondition> conditions = new ArrayList<>();
      Map<String, String> says = new HashMap<>();
      for (int i = 1; i < row.size(); i++) {
        String how = rows.get(3).get(i);
        if (rows.get(1).get(i).equals("METADATA")) {
          says.put(how.substring(0, how.indexOf('(')), row.get(i).strip());
        } else if (rows.get(1).get(i).equals("CONDITION") && !row.get(i).isBlank()) {
          conditions.add(PlainParser.parse(how.replace("$param", row.get(i).strip())));
        }
      }
      List<String> same =
          List.of(
              says.get("Row"),
              says.get("Classification"),
              says.get("Colour"),
              says.get("SubChart"));
      if (!same.equals(before)) {
        block(chart, says);
        before = same;
      }
      Block block = blocks.get(blocks.size() - 1);
      Line line = new Line(row.get(0), block.target(), "", PlainCondition.all(conditions));
      line(line);
      block.lines().add(line);
      block.urgencies().add(says.get("Urgency"));
      block.flags().add(says.get("Flag"));
    }
  }

  private void block(String chart, Map<String, String> says) {
    Block block =
        new Block(
            blocks.size(),
            says.get("Row"),
            chart,
            says.get("Colour"),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    blocks.add(block);
    for (String name : says.get("SubChart").split("\\s+")) {
      subCharts
          .computeIfAbsent(name.startsWith("*") ? name : chart + "/" + name, n -> new ArrayList<>())
          .add(block);
    }
  }

  private void derived(String text) {
    Matcher rule = RULE.matcher(text.replaceAll("(?m)^\\s*//.*$", ""));
    while (rule.find()) {
      Map<String, String> says = new HashMap<>();
      Matcher annotation = ANNOTATION.matcher(rule.group(2));
      while (annotation.find()) {
        says.put(annotation.group(1), String.valueOf(annotation.group(2)));
      }
      if (says.containsKey("ProvedOnly")) {
        provedOnly.add(says.get("Derives"));
      }
      line(
          new Line(
              rule.group(1),
              says.get("Derives"),
              says.getOrDefault("Code", ""),
              PlainParser.parse(rule.group(3))));
    }
  }

  private void closing(Map<String, String> row) {
    closings.add(
        new Closing(
            row.get("element"),
            row.get("reasons").equals("any")
                ? List.of()
                : Arrays.asList(row.get("reasons").split("\\|")),
            row.get("when-known"),
            row.get("unless").isEmpty() ? null : PlainParser.parse(row.get("unless")),
            row.get("comparisons").isEmpty() ? "closed" : row.get("comparisons")));
  }

  List<Line> of(String target) {
    return ofTarget.getOrDefault(target, List.of());
  }

  boolean isCoded(String element) {
    return dictionary.get(element).get("type").endsWith("coded");
  }
}
