package org.denba.engine.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denba.engine.rules.CellName;
import org.denba.engine.rules.ChartWorkbook;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.rules.WorkbookPlaces;

/** Turns the place that a reader complains of into one that an author finds. */
final class Places {

  private static final Pattern YAML_AT = Pattern.compile("line (\\d{1,8}), column (\\d{1,8})");
  private static final Pattern ROW = Pattern.compile("\\d{1,9}");
  private static final Pattern LETTERS = Pattern.compile("[A-Z]{1,3}");
  private static final String CHART = "RuleTable";
  private static final int TITLES = 4;
  private static final Pattern CELL_OF_SHEET = Pattern.compile(".*!([A-Z]{0,3})(\\d{0,9})");

  private final RuleFiles files;
  private final Map<String, List<List<String>>> tables = new HashMap<>();
  private final Map<String, ChartWorkbook> books = new HashMap<>();

  Places(RuleFiles files) {
    this.files = files;
  }

  /**
   * @param where {@code file}, {@code file:row}, {@code file:row:column}, or {@code file:key:key}
   * @param says the complaint, which may tell the line
   */
  Place of(String where, String says) {
    String[] parts = where.split(":");
    String file = parts[0].replaceFirst("\\.xlsx$", ".csv");
    if (!books.containsKey(file)) {
      file = parts[0];
    }
    if (file.endsWith(".yaml")) {
      return yaml(file, Arrays.stream(parts).skip(1).map(String::strip).toList(), says);
    }
    if (parts.length < 2 || !ROW.matcher(parts[1]).matches()) {
      return parts.length < 2 ? Place.of(file) : named(file, parts[1]);
    }
    int row = Integer.parseInt(parts[1]);
    return parts.length < 3 || !file.endsWith(".csv")
        ? Place.of(file, row)
        : cell(file, row, parts[2]);
  }

  /** A cell of a sheet, a case of a table by its id, or a key of a text file. */
  private Place named(String file, String name) {
    Matcher cell = CELL_OF_SHEET.matcher(name);
    if (books.containsKey(file) && cell.matches() && !cell.group(2).isEmpty()) {
      int row = Integer.parseInt(cell.group(2));
      return cell.group(1).isEmpty() ? Place.of(file, row) : cell(file, row, cell.group(1));
    }
    List<List<String>> lines = file.endsWith(".csv") ? table(file) : List.of();
    int ids = lines.isEmpty() ? -1 : lines.get(0).indexOf("id");
    for (int line = 1; ids >= 0 && line < lines.size(); line++) {
      if (ids < lines.get(line).size() && lines.get(line).get(ids).strip().equals(name)) {
        return cell(file, line + 1, "id");
      }
    }
    return new Place(file, 0, name, "", "", "");
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
      index = CellName.column(column) - 1;
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

  /** Tells that a table lies in a workbook. */
  void workbookIs(String file, ChartWorkbook book) {
    books.put(file, book);
    tables.put(file, book.lines());
  }

  /** The place by the workbook's own name, with its sheet, where the table lies in one. */
  Place inWorkbook(Place place) {
    ChartWorkbook book = books.get(place.file());
    return book == null
        ? place
        : new Place(
            book.file(),
            place.row(),
            place.column(),
            place.title(),
            place.row() == 0 && place.cell().isEmpty() ? "" : book.sheet(),
            place.cell());
  }

  /** The same of a place that a message names. */
  String inWorkbook(String message) {
    return books.isEmpty() ? message : WorkbookPlaces.told(files, message);
  }

  String text(String file) {
    try {
      return files.find(file).orElse("");
    } catch (RuleFileException e) {
      // said elsewhere: the file itself is a mistake
      return "";
    }
  }

  /** The letters of a column whose index this is. */
  static String letters(int index) {
    return CellName.column(index + 1);
  }
}
