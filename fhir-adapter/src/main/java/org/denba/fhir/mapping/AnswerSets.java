package org.denba.fhir.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFiles;
import org.denba.fhir.finding.FindingReader;
import org.denba.fhir.finding.SentValue;
import org.hl7.fhir.r4.model.Coding;

/**
 * Questions whose answers say something about other elements than the question's own: "danger
 * signs: fever, labour", "none of these signs", a yes-or-no question about a coded sign. The table
 * names question, answer and findings; what an answer is called alone, as a question of its own
 * answered with yes, is the same. Immutable.
 */
final class AnswerSets {

  static final String FILE = "dictionary/answer-sets.csv";

  /** Stands for any answer to the question. */
  static final String ANY = "*";

  private static final String NOTHING = "-";
  private static final String WEAK = "weak";
  private static final String AT_LEAST = "at-least";
  private static final List<String> COLUMNS =
      List.of("system", "question", "answer", "findings", "alone", "weight");

  /**
   * What one answer says.
   *
   * @param findings by element
   * @param weights how much each counts, by element
   */
  record Meaning(Map<DataElement, Finding> findings, Map<DataElement, Weight> weights) {}

  private record Key(String system, String question) {}

  private final Map<Key, Map<String, Meaning>> questions = new HashMap<>();
  private final WhoCodes spelling;

  /**
   * @param reader what each element takes
   * @throws org.denba.engine.rules.RuleFileException when a finding is none that its element takes
   */
  AnswerSets(RuleFiles files, DataDictionary dictionary, FindingReader reader, WhoCodes spelling) {
    this.spelling = spelling;
    Lines lines = new Lines(dictionary, reader);
    for (CsvTable.Row row : CsvTable.read(files, FILE, COLUMNS).rows()) {
      String question = row.required("question");
      String answer = row.required("answer");
      String system = row.get("system");
      Meaning meaning = lines.meaning(row);
      put(new Key(system, question), answer, meaning);
      if (row.has("alone")) {
        put(new Key(system, answer), AnswerCodes.YES, meaning);
        put(new Key(system, answer), AnswerCodes.NO, lines.alone(row));
      }
    }
  }

  private void put(Key question, String answer, Meaning meaning) {
    String word =
        switch (answer) {
          case "true" -> AnswerCodes.YES;
          case "false" -> AnswerCodes.NO;
          default -> answer;
        };
    questions.computeIfAbsent(question, q -> new LinkedHashMap<>()).put(word, meaning);
  }

  /** The answers to the question that a code asks, empty when it asks none of them. */
  Optional<Map<String, Meaning>> question(Coding coding) {
    if (!coding.hasCode()) {
      return Optional.empty();
    }
    if (coding.hasSystem()) {
      Map<String, Meaning> own = questions.get(new Key(coding.getSystem(), coding.getCode()));
      if (own != null) {
        return Optional.of(own);
      }
    }
    return spelling.canonical(coding).map(code -> questions.get(new Key("", code)));
  }

  /** The code of an answer as the table spells it. */
  Optional<String> answer(Coding coding) {
    return spelling.canonical(coding);
  }

  /** Reads the lines of the table. */
  private record Lines(DataDictionary dictionary, FindingReader reader) {

    Meaning meaning(CsvTable.Row row) {
      Map<DataElement, Finding> findings = findings(row, "findings");
      Map<DataElement, Finding> opposites = Map.of();
      String weight = row.get("weight");
      if (weight.equals(AT_LEAST)) {
        opposites = row.has("alone") ? findings(row, "alone") : opposites(row);
      } else if (!weight.isEmpty() && !weight.equals(WEAK)) {
        throw row.problem(
            "weight", "'" + weight + "' is no weight: write weak, at-least or nothing");
      }
      Map<DataElement, Weight> weights = new LinkedHashMap<>();
      for (DataElement element : findings.keySet()) {
        String list = weight.equals(WEAK) ? row.required("question") : null;
        weights.put(element, new Weight(list, opposites.get(element)));
      }
      return new Meaning(findings, weights);
    }

    private static Map<DataElement, Finding> opposites(CsvTable.Row row) {
      throw row.problem("alone", "is empty: an answer that says at-least needs its opposite here");
    }

    Meaning alone(CsvTable.Row row) {
      Map<DataElement, Finding> findings = findings(row, "alone");
      Map<DataElement, Weight> weights = new LinkedHashMap<>();
      findings.keySet().forEach(e -> weights.put(e, Weight.TOLD));
      return new Meaning(findings, weights);
    }

    private Map<DataElement, Finding> findings(CsvTable.Row row, String column) {
      Map<DataElement, Finding> findings = new LinkedHashMap<>();
      if (row.get(column).equals(NOTHING)) {
        return findings;
      }
      for (String entry : row.list(column)) {
        int equals = entry.indexOf('=');
        if (equals < 0) {
          throw row.problem(column, "'" + entry + "' has no value: write element=value");
        }
        String id = entry.substring(0, equals).trim();
        DataElement element =
            dictionary
                .element(id)
                .filter(e -> !e.derived())
                .orElseThrow(
                    () -> row.problem(column, "'" + id + "' is no data element: correct the id"));
        findings.put(element, finding(row, column, element, entry.substring(equals + 1).trim()));
      }
      return findings;
    }

    private Finding finding(CsvTable.Row row, String column, DataElement element, String value) {
      List<String> problems = new ArrayList<>();
      Optional<Finding> finding =
          reader.read(element, sent(element, value), column, e -> problems.add(e.message()));
      return finding.orElseThrow(
          () -> row.problem(column, element.id() + "=" + value + ": " + problems));
    }

    private static SentValue sent(DataElement element, String value) {
      if (element.type() == ElementType.QUANTITY && Character.isDigit(value.charAt(0))) {
        return new SentValue.Number(new BigDecimal(value));
      }
      return element.hasCode(value) || !value.equals(AnswerCodes.NOT_DONE)
          ? new SentValue.Text(value)
          : new SentValue.NotDone(null);
    }
  }
}
