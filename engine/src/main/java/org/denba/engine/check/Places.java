package org.denba.engine.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/** Turns the place that a reader complains of into one that an author finds. */
final class Places {

  private static final Pattern YAML_AT = Pattern.compile("line (\\d{1,8}), column (\\d{1,8})");
  private static final Pattern ROW = Pattern.compile("\\d{1,9}");
  private static final Pattern LETTERS = Pattern.compile("[A-Z]{1,3}");
  private static final String CHART = "RuleTable";
  private static final int TITLES = 4;
  private static final int LETTERS_OF_ALPHABET = 26;

  private final RuleFiles files;
  private final Map<String, List<List<String>>> tables = new HashMap<>();

  Places(RuleFiles files) {
    this.files = files;
  }

  /**
   * @param where {@code file}, {@code file:row}, {@code file:row:column}, or {@code file:key:key}
   * @param says the complaint, which may tell the line
   */
  Place of(String where, String says) {
    String[] parts = where.split(":");
    String file = parts[0];
    if (file.endsWith(".yaml")) {
      return yaml(file, Arrays.stream(parts).skip(1).map(String::strip).toList(), says);
    }
    if (parts.length < 2 || !ROW.matcher(parts[1]).matches()) {
      return new Place(file, 0, parts.length < 2 ? "" : parts[1], "", "", "");
    }
    int row = Integer.parseInt(parts[1]);
    return parts.length < 3 || !file.endsWith(".csv")
        ? Place.of(file, row)
        : cell(file, row, parts[2]);
  }

  private Place yaml(String file, List<String> keys, String says) {
    Matcher at = YAML_AT.matcher(says);
    if (at.find()) {
      return Place.of(file, Integer.parseInt(at.group(1)));
    }
    int line = keys.isEmpty() ? 0 : YamlLines.line(text(file), keys);
    return new Place(file, line, String.join(":", keys), "", "", "");
  }

  /** A cell of a table, by the letter or the title of its column. */
  Place cell(String file, int row, String column) {
    List<List<String>> lines = table(file);
    List<String> titles = lines.isEmpty() ? List.of() : lines.get(0);
    if (isChart(lines)) {
      titles = lines.size() > TITLES ? lines.get(TITLES) : List.of();
    }
    int index = titles.stream().map(String::trim).toList().indexOf(column);
    if (index < 0 && LETTERS.matcher(column).matches()) {
      index = index(column);
    }
    if (index < 0) {
      return new Place(file, row, column, "", "", "");
    }
    String letters = letters(index);
    String title = index < titles.size() ? titles.get(index).trim() : "";
    return new Place(file, row, letters, title, "", letters + row);
  }

  static boolean isChart(List<List<String>> lines) {
    return !lines.isEmpty() && !lines.get(0).isEmpty() && lines.get(0).get(0).startsWith(CHART);
  }

  List<List<String>> table(String file) {
    return tables.computeIfAbsent(
        file,
        path -> {
          try {
            return new ArrayList<>(CsvTable.lines(path, text(path)));
          } catch (RuleFileException e) {
            // said elsewhere: what cannot be read has no columns
            return List.of();
          }
        });
  }

  /** Tells the cells of a table that is not read as it lies there. */
  void tableIs(String file, List<List<String>> lines) {
    tables.put(file, lines);
  }

  String text(String file) {
    try {
      return files.find(file).orElse("");
    } catch (RuleFileException e) {
      // said elsewhere: the file itself is a mistake
      return "";
    }
  }

  static String letters(int index) {
    String last = String.valueOf((char) ('A' + index % LETTERS_OF_ALPHABET));
    return index < LETTERS_OF_ALPHABET ? last : letters(index / LETTERS_OF_ALPHABET - 1) + last;
  }

  private static int index(String letters) {
    int index = 0;
    for (char letter : letters.toCharArray()) {
      index = index * LETTERS_OF_ALPHABET + letter - 'A' + 1;
    }
    return index - 1;
  }
}
