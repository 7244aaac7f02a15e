package org.denba.fhir.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFiles;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * Questions with one answer that says "none of these" ("no general danger sign"): an explicit no to
 * each sign of a list. The table names question, answer and signs; a sign that is told beside it
 * wins.
 */
final class AnswerSets {

  static final String FILE = "dictionary/answer-sets.csv";

  private final Map<String, Map<String, List<DataElement>>> signs = new HashMap<>();

  /**
   * @throws org.denba.engine.rules.RuleFileException when a sign is no yes-or-no element of the
   *     dictionary
   */
  AnswerSets(RuleFiles files, DataDictionary dictionary) {
    for (CsvTable.Row row :
        CsvTable.read(files, FILE, List.of("question", "answer", "elements")).rows()) {
      List<DataElement> elements = new ArrayList<>();
      for (String id : row.list("elements")) {
        elements.add(
            dictionary
                .element(id)
                .filter(e -> e.type() == ElementType.BOOLEAN && !e.derived())
                .orElseThrow(
                    () ->
                        row.problem(
                            "elements", "'" + id + "' is no yes-or-no element: correct it")));
      }
      signs
          .computeIfAbsent(row.required("question"), q -> new HashMap<>())
          .put(row.required("answer"), List.copyOf(elements));
    }
  }

  /** Whether the code asks one of these questions. */
  boolean asks(CodeableConcept code) {
    return code.getCoding().stream().anyMatch(c -> signs.containsKey(c.getCode()));
  }

  /** The signs that this answer says no to, empty when it says something else. */
  List<DataElement> no(CodeableConcept code, CodeableConcept answer) {
    List<DataElement> no = new ArrayList<>();
    for (Coding question : code.getCoding()) {
      Map<String, List<DataElement>> answers = signs.getOrDefault(question.getCode(), Map.of());
      for (Coding coding : answer.getCoding()) {
        no.addAll(answers.getOrDefault(coding.getCode(), List.of()));
      }
    }
    return no;
  }
}
