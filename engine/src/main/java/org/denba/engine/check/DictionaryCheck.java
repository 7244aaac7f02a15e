package org.denba.engine.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/** What the dictionary lets through when it is read, and an author should know all the same. */
final class DictionaryCheck {

  private static final String DERIVED = "derived-";

  private final RuleFiles files;
  private final List<String> languages;
  private final Findings findings;

  private DictionaryCheck(RuleFiles files, List<String> languages, Findings findings) {
    this.files = files;
    this.languages = languages;
    this.findings = findings;
  }

  static void check(RuleFiles files, List<String> languages, Findings findings) {
    DictionaryCheck check = new DictionaryCheck(files, languages, findings);
    check.rows(DataDictionary.FILE).forEach(check::element);
    Map<String, Set<String>> codes = new HashMap<>();
    for (CsvTable.Row row : check.rows(DataDictionary.CODES_FILE)) {
      check.labels(row, "label_");
      if (!codes.computeIfAbsent(row.get("element"), e -> new HashSet<>()).add(row.get("code"))) {
        check.error(
            "duplicate",
            row,
            "code",
            "'" + row.get("code") + "' stands here a second time for this element: remove one");
      }
    }
  }

  /** The rows as they are; none where the file cannot be read, which is told elsewhere. */
  private List<CsvTable.Row> rows(String file) {
    try {
      return CsvTable.parse(file, files.read(file), new ProblemList()).rows();
    } catch (RuleFileException e) {
      // said by the reader of the file
      return List.of();
    }
  }

  private void element(CsvTable.Row row) {
    String type = row.get("type");
    labels(row, "label_");
    if (!type.startsWith(DERIVED)) {
      labels(row, "question_");
    }
    for (String column : List.of("codes", "loinc", "snomed", "who")) {
      Set<String> seen = new HashSet<>();
      for (String code : row.list(column)) {
        if (!seen.add(code)) {
          error("duplicate", row, column, "'" + code + "' stands here a second time: remove one");
        }
      }
    }
  }

  private void labels(CsvTable.Row row, String prefix) {
    for (String language : languages) {
      String column = prefix + language;
      if (!row.cells().containsKey(column)) {
        continue;
      }
      if (!row.has(column)) {
        error(
            "missing-language",
            row,
            column,
            "is empty: a person who reads '" + language + "' would see another language");
      }
    }
  }

  private void error(String code, CsvTable.Row row, String column, String message) {
    findings.error(
        code,
        findings.places().cell(row.file(), row.number(), column),
        Kinds.found(message),
        "",
        message);
  }
}
