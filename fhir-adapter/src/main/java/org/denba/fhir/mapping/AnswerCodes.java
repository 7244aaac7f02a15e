package org.denba.fhir.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFiles;
import org.hl7.fhir.r4.model.Coding;

/**
 * The codes of public terminologies that mean yes, no, not known or not done, whatever was asked.
 */
final class AnswerCodes {

  static final String FILE = "dictionary/answer-codes.csv";
  static final String YES = "yes";
  static final String NO = "no";
  static final String UNKNOWN = "unknown";
  static final String NOT_DONE = "not-done";

  private static final List<String> ALL = List.of(YES, NO, UNKNOWN, NOT_DONE);

  private record Key(String system, String code) {}

  private final Map<Key, String> answers = new HashMap<>();

  /**
   * @throws org.denba.engine.rules.RuleFileException when an answer is none of yes, no, unknown and
   *     not-done
   */
  AnswerCodes(RuleFiles files) {
    for (CsvTable.Row row :
        CsvTable.read(files, FILE, List.of("system", "code", "answer")).rows()) {
      String answer = row.required("answer");
      if (!ALL.contains(answer)) {
        throw row.problem("answer", "'" + answer + "' is no answer: write one of " + ALL);
      }
      answers.put(new Key(row.required("system"), row.required("code")), answer);
    }
  }

  /** yes, no, unknown or not-done; the plain words are understood in any code system. */
  Optional<String> answer(Coding coding) {
    String known = answers.get(new Key(coding.getSystem(), coding.getCode()));
    if (known != null) {
      return Optional.of(known);
    }
    String code = coding.getCode();
    if ("true".equals(code) || YES.equals(code)) {
      return Optional.of(YES);
    }
    if ("false".equals(code) || NO.equals(code)) {
      return Optional.of(NO);
    }
    return UNKNOWN.equals(code) || NOT_DONE.equals(code) ? Optional.of(code) : Optional.empty();
  }
}
