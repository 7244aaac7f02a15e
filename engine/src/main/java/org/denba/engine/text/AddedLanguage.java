package org.denba.engine.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * A new language for a set of rules: every place that a translator has to fill in, filled for now
 * with the words of a language that is there, so that the rules load from the first minute on and
 * no text is ever missing while a child waits.
 *
 * @param files the files to write, path to text, in alphabetical order
 * @param texts how many texts there are to translate
 */
public record AddedLanguage(Map<String, String> files, int texts) {

  private static final String RULES_FILE = "rules.yaml";
  private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");
  private static final Pattern LANGUAGES =
      Pattern.compile("(?m)^languages: *\\[([a-z]{2,3}(?:, *[a-z]{2,3})*)] *$");
  private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  /**
   * @param files the rule files
   * @param language code of the new language ({@code bm}), two or three small letters
   * @param from the language whose words stand in until they are translated
   * @throws RuleFileException when the code is none, the language is there already, the language to
   *     start from is not, or a file cannot be read
   */
  public static AddedLanguage to(RuleFiles files, String language, String from) {
    Map<String, String> written = new LinkedHashMap<>();
    written.put(RULES_FILE, listed(files.read(RULES_FILE), language, from));
    int texts = 0;
    ProblemList problems = new ProblemList();
    for (String path : files.list("")) {
      if (path.endsWith("texts_" + from + ".properties")) {
        String text = files.read(path);
        written.put(
            path.replace("texts_" + from + ".", "texts_" + language + "."),
            "# To be translated: the words below are still those of '" + from + "'.\n" + text);
        texts += TextsFile.parse(path, text, problems).size();
      } else if (path.endsWith(".csv")) {
        List<List<String>> lines = CsvTable.lines(path, files.read(path));
        List<Integer> columns = columns(lines, from);
        if (!columns.isEmpty()) {
          written.put(path, printed(path, lines, columns, from, language));
          texts += columns.size() * (lines.size() - 1);
        }
      }
    }
    problems.throwIfAny("texts");
    return new AddedLanguage(Map.copyOf(written), texts);
  }

  private static String listed(String yaml, String language, String from) {
    Matcher list = LANGUAGES.matcher(yaml);
    if (!list.find()) {
      throw new RuleFileException(
          RULES_FILE + ":languages", "is no list on one line: write languages: [en, fr]");
    }
    List<String> known = List.of(list.group(1).split(", *"));
    if (!CODE.matcher(language).matches()) {
      throw new RuleFileException(
          RULES_FILE + ":languages",
          "'" + language + "' is no language code: write two or three small letters such as bm");
    }
    if (known.contains(language)) {
      throw new RuleFileException(
          RULES_FILE + ":languages", "'" + language + "' is there already: " + known);
    }
    if (!known.contains(from)) {
      throw new RuleFileException(
          RULES_FILE + ":languages",
          "'" + from + "' is no language of these rules: start from one of " + known);
    }
    return yaml.substring(0, list.end(1)) + ", " + language + yaml.substring(list.end(1));
  }

  /** The columns that hold words of this language ({@code label_fr}, {@code question_fr}). */
  private static List<Integer> columns(List<List<String>> lines, String from) {
    List<Integer> columns = new ArrayList<>();
    for (int c = 0; !lines.isEmpty() && c < lines.get(0).size(); c++) {
      if (lines.get(0).get(c).trim().endsWith("_" + from)) {
        columns.add(c);
      }
    }
    return columns;
  }

  private static String printed(
      String path, List<List<String>> lines, List<Integer> columns, String from, String language) {
    StringBuilder out = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(out, CSV)) {
      int width = lines.get(0).size();
      for (int row = 0; row < lines.size(); row++) {
        List<String> cells = new ArrayList<>(lines.get(row));
        while (cells.size() < width) {
          cells.add("");
        }
        for (int column : columns) {
          String cell = cells.get(column);
          cells.add(row == 0 ? cell.trim().replace("_" + from, "_" + language) : cell);
        }
        printer.printRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be written to memory", e);
    }
    return out.toString();
  }
}
