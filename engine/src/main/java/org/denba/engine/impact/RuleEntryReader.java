package org.denba.engine.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denba.engine.protocol.YamlMap;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;

/** Takes a rule file apart into its entries, so that two versions of it can be compared. */
final class RuleEntryReader {

  private static final String CHART = "RuleTable";
  private static final String PARAMETERS = "parameters";

  private static final Pattern RULE =
      Pattern.compile(
          "\\brule\\s+\"([^\"]+)\"(.*?)\\bwhen\\b(.*?)\\bthen\\b.*?\\bend\\b", Pattern.DOTALL);
  private static final Pattern NOTE = Pattern.compile("@(\\w+)\\(\\s*\"([^\"]*)\"\\s*\\)");
  private static final Pattern FACT =
      Pattern.compile("^\\s*\\w+\\s*:\\s*Assessment\\((.*)\\)\\s*$", Pattern.DOTALL);

  /** The columns that say what a line of a table is about; else it is the first one. */
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "intake.csv", List.of("from", "value", "to"),
          "actions.csv", List.of("row", "action"),
          "schedule.csv", List.of("antigen", "dose"),
          "parameters-by-district.csv", List.of("district", "parameter"),
          "unsure.csv", List.of("protocol", "point"),
          "codes.csv", List.of("element", "code"),
          "targets.csv", List.of("treatment", "medication", "basis"));

  private static final List<String> DOSE_KEYS = List.of("medication", "basis");

  private RuleEntryReader() {}

  /**
   * @param path below the rules root, without the folder of an overlay
   * @throws RuleFileException when the file is not of its form
   */
  static RuleEntries read(String path, String text) {
    boolean chart = text.startsWith(CHART);
    RulePart part = RulePart.of(path, chart);
    if (chart) {
      return chart(path, text);
    }
    if (path.endsWith(".csv")) {
      return table(part, path, text);
    }
    if (path.endsWith(".drl")) {
      return RuleEntries.of(part, derived(text));
    }
    if (path.endsWith(".properties")) {
      return RuleEntries.of(part, texts(path, text));
    }
    if (path.endsWith(".yaml")) {
      YamlMap yaml = YamlMap.parse(path, text);
      return RuleEntries.of(part, part == RulePart.CASE ? cases(yaml) : settings(yaml));
    }
    return whole(part, path, text);
  }

  /** A file of which only the number of its lines is told. */
  static RuleEntries whole(RulePart part, String path, String text) {
    Map<String, String> cells = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.split("\\R")) {
      number++;
      if (!line.isBlank()) {
        cells.put(String.valueOf(number), line.strip());
      }
    }
    List<RuleEntry> lines = new ArrayList<>();
    Map<String, Integer> seen = new TreeMap<>();
    cells.values().forEach(line -> seen.merge(line, 1, Integer::sum));
    seen.forEach((line, times) -> lines.add(RuleEntry.of(line, Map.of("", "x".repeat(times)))));
    return RuleEntries.of(part, lines);
  }

  /** Row 2 to 4 are for the rule engine, row 5 has the titles, the lines follow. */
  private static RuleEntries chart(String path, String text) {
    List<List<String>> lines = CsvTable.lines(path, text);
    if (lines.size() < 5) {
      throw new RuleFileException(path, "has no column titles: they stand in row 5");
    }
    Map<String, String> titles = new LinkedHashMap<>();
    List<String> columns = new ArrayList<>();
    for (int c = 0; c < lines.get(4).size(); c++) {
      String code = c < lines.get(3).size() ? lines.get(3).get(c).strip() : "";
      String column = code;
      for (int again = 2; titles.containsKey(column); again++) {
        column = code + " " + again;
      }
      columns.add(column);
      titles.put(column, lines.get(4).get(c).strip());
    }
    int row = columns.indexOf("Row(\"$param\")");
    List<RuleEntry> entries = new ArrayList<>();
    for (List<String> line : lines.subList(5, lines.size())) {
      if (line.stream().allMatch(String::isBlank)) {
        continue;
      }
      Map<String, String> cells = new LinkedHashMap<>();
      for (int c = 1; c < columns.size(); c++) {
        cells.put(columns.get(c), c < line.size() ? line.get(c).strip() : "");
      }
      String id = row < 0 || row >= line.size() ? "" : line.get(row).strip();
      entries.add(new RuleEntry(id, line.get(0).strip(), cells));
    }
    return new RuleEntries(RulePart.ROW, true, titles, entries);
  }

  private static RuleEntries table(RulePart part, String path, String text) {
    CsvTable table = CsvTable.parse(path, text);
    String name = path.substring(path.lastIndexOf('/') + 1);
    List<String> keys =
        KEYS.getOrDefault(
            name,
            part == RulePart.DOSE && table.columns().containsAll(DOSE_KEYS)
                ? DOSE_KEYS
                : table.columns().subList(0, 1));
    List<RuleEntry> entries = new ArrayList<>();
    for (CsvTable.Row row : table.rows()) {
      String id = String.join(" ", keys.stream().map(row::get).filter(k -> !k.isEmpty()).toList());
      String line = part == RulePart.DOSE ? band(row) : "";
      entries.add(new RuleEntry(id, line, row.cells()));
    }
    return RuleEntries.of(part, entries);
  }

  /** {@code 4..10 kg}, and the step where there are several. */
  private static String band(CsvTable.Row row) {
    String band = row.has("from") || row.has("to") ? row.get("from") + ".." + row.get("to") : "";
    return row.has("step") ? (band + " step " + row.get("step")).strip() : band;
  }

  private static List<RuleEntry> derived(String text) {
    String code = text.replaceAll("(?m)^\\s*//.*$", "");
    List<RuleEntry> entries = new ArrayList<>();
    Matcher rule = RULE.matcher(code);
    while (rule.find()) {
      Map<String, String> cells = new LinkedHashMap<>();
      Matcher note = NOTE.matcher(rule.group(2));
      while (note.find()) {
        cells.put(note.group(1), note.group(2));
      }
      Matcher fact = FACT.matcher(rule.group(3));
      String conditions = fact.matches() ? fact.group(1) : rule.group(3);
      cells.put("when", conditions.replaceAll("\\s+", " ").strip());
      entries.add(new RuleEntry(cells.getOrDefault("Derives", ""), rule.group(1), cells));
    }
    return entries;
  }

  private static List<RuleEntry> texts(String path, String text) {
    Properties texts = new Properties();
    try {
      texts.load(new java.io.StringReader(text));
    } catch (java.io.IOException | IllegalArgumentException e) {
      throw new RuleFileException(path, "is no file of texts: " + e.getMessage(), e);
    }
    List<RuleEntry> entries = new ArrayList<>();
    new TreeMap<>(texts)
        .forEach(
            (key, value) ->
                entries.add(RuleEntry.of(String.valueOf(key), Map.of("", String.valueOf(value)))));
    return entries;
  }

  /** Each parameter is an entry of its own, and each other key. */
  private static List<RuleEntry> settings(YamlMap yaml) {
    List<RuleEntry> entries = new ArrayList<>();
    yaml.values()
        .forEach(
            (key, value) -> {
              if (key.equals(PARAMETERS) && value instanceof Map<?, ?> parameters) {
                parameters.forEach(
                    (id, parameter) ->
                        entries.add(
                            new RuleEntry(String.valueOf(id), PARAMETERS, flat(parameter))));
              } else {
                entries.add(RuleEntry.of(key, flat(value)));
              }
            });
    return entries;
  }

  private static List<RuleEntry> cases(YamlMap yaml) {
    List<RuleEntry> entries = new ArrayList<>();
    yaml.values()
        .forEach(
            (key, value) -> {
              if (value instanceof List<?> items) {
                items.forEach(item -> entries.add(oneCase(item)));
              } else if (value instanceof Map<?, ?> bases) {
                bases.forEach(
                    (name, base) -> entries.add(RuleEntry.of(key + " " + name, flat(base))));
              } else {
                entries.add(RuleEntry.of(key, flat(value)));
              }
            });
    return entries;
  }

  private static RuleEntry oneCase(Object item) {
    Map<String, String> cells = flat(item);
    return RuleEntry.of(cells.getOrDefault("id", ""), cells);
  }

  /** A nested value as cells: {@code expect.urgency}. */
  private static Map<String, String> flat(Object value) {
    Map<String, String> cells = new LinkedHashMap<>();
    flat("", value, cells);
    return cells;
  }

  private static void flat(String path, Object value, Map<String, String> cells) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      map.forEach((key, each) -> flat(path.isEmpty() ? "" + key : path + "." + key, each, cells));
    } else if (value instanceof List<?> list) {
      cells.put(
          path,
          list.stream().map(String::valueOf).collect(java.util.stream.Collectors.joining(", ")));
    } else {
      cells.put(path, value == null ? "" : String.valueOf(value));
    }
  }
}
