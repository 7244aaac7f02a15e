package org.denba.fhir.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denba.fhir.mapping.AnswerSets.Meaning;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Type;

/**
 * Reads answers to the questions of {@link AnswerSets}. An answer that is not understood takes away
 * what "none of these" says of the same list: it could be one of the signs.
 */
final class AnswerReader {

  private final Dictionary dictionary;
  private final Readings readings;

  AnswerReader(Dictionary dictionary, Readings readings) {
    this.dictionary = dictionary;
    this.readings = readings;
  }

  /**
   * @param question what was asked
   * @param value the answer, or null
   * @return false when the question is none of the table, or the answer is one that the element of
   *     the question itself understands
   */
  boolean read(CodeableConcept question, Type value, Readings.Said said) {
    for (Coding coding : question.getCoding()) {
      Optional<Map<String, Meaning>> answers = dictionary.sets().question(coding);
      if (answers.isPresent()) {
        return read(coding, answers.get(), value, said)
            || dictionary.codes().resolve(question).isEmpty() && notUnderstood(coding, value, said);
      }
    }
    return false;
  }

  private boolean read(
      Coding question, Map<String, Meaning> answers, Type value, Readings.Said said) {
    List<Coding> codings = codings(value);
    Map<String, Meaning> understood = new LinkedHashMap<>();
    Set<String> systems = new LinkedHashSet<>();
    List<Coding> strange = new ArrayList<>();
    for (Coding answer : codings) {
      Optional<String> code = code(answers, answer);
      if (code.isPresent()) {
        understood.put(code.get(), answers.get(code.get()));
        systems.add(answer.getSystem());
      } else {
        strange.add(answer);
      }
    }
    if (understood.isEmpty()) {
      return false;
    }
    // A coding of another system beside one that is understood is its translation.
    strange.removeIf(c -> c.hasSystem() && !systems.contains(c.getSystem()));
    if (!strange.isEmpty()) {
      doubt(question, strange.get(0), said);
    }
    understood.values().forEach(meaning -> readings.add(meaning, said));
    return true;
  }

  private boolean notUnderstood(Coding question, Type value, Readings.Said said) {
    List<Coding> codings = codings(value);
    doubt(question, codings.isEmpty() ? new Coding() : codings.get(0), said);
    return true;
  }

  private void doubt(Coding question, Coding answer, Readings.Said said) {
    readings.unknownCode(new CodeableConcept(answer), said.path() + ".value");
    dictionary.sets().answer(question).ifPresent(readings::doubt);
  }

  private Optional<String> code(Map<String, Meaning> answers, Coding answer) {
    return dictionary
        .sets()
        .answer(answer)
        .filter(answers::containsKey)
        .or(() -> dictionary.answers().answer(answer).filter(answers::containsKey))
        .or(() -> Optional.of(AnswerSets.ANY).filter(any -> saysSomething(answer)))
        .filter(answers::containsKey);
  }

  private boolean saysSomething(Coding answer) {
    return answer.hasCode()
        && dictionary
            .answers()
            .answer(answer)
            .filter(word -> !word.equals(AnswerCodes.YES))
            .isEmpty();
  }

  /** An answer of any type as codes. */
  private static List<Coding> codings(Type value) {
    if (value instanceof CodeableConcept concept) {
      return concept.getCoding();
    }
    if (value instanceof Coding coding) {
      return List.of(coding);
    }
    if (value instanceof BooleanType bool && bool.hasValue()) {
      return List.of(new Coding().setCode(bool.booleanValue() ? AnswerCodes.YES : AnswerCodes.NO));
    }
    return value instanceof PrimitiveType<?> text && text.hasValue()
        ? List.of(new Coding().setCode(text.getValueAsString().strip()))
        : List.of();
  }
}
