package org.denba.fhir.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.dictionary.CodedValue;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.fhir.finding.SentValue;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * Understands coded values: our own value codes in any system, the SNOMED CT codes that the
 * dictionary gives them, yes and no of public terminologies, and codes for "not known" or "not
 * done".
 */
final class CodedAnswer {

  private final DataDictionary dictionary;
  private final AnswerCodes answers;

  CodedAnswer(DataDictionary dictionary, AnswerCodes answers) {
    this.dictionary = dictionary;
    this.answers = answers;
  }

  /**
   * What the concept says about the element: usually one value, several where its codings
   * contradict each other. A concept that is not understood gives its own code (or text), which the
   * finding reader refuses with a list of what it takes.
   */
  List<SentValue> read(CodeableConcept concept, DataElement element) {
    Set<SentValue> said = new LinkedHashSet<>();
    for (Coding coding : concept.getCoding()) {
      read(coding, element).ifPresent(said::add);
    }
    if (!said.isEmpty()) {
      return List.copyOf(said);
    }
    if (concept.hasText() && element.hasCode(concept.getText())) {
      return List.of(new SentValue.Text(concept.getText()));
    }
    return concept.getCoding().stream()
        .filter(Coding::hasCode)
        .findFirst()
        .map(Coding::getCode)
        .or(() -> Optional.ofNullable(concept.getText()))
        .<List<SentValue>>map(text -> List.of(new SentValue.Text(text)))
        .orElse(List.of(new SentValue.Nothing()));
  }

  private Optional<SentValue> read(Coding coding, DataElement element) {
    if (element.type() == ElementType.CODED) {
      Optional<SentValue> code = code(coding, element);
      if (code.isPresent()) {
        return code;
      }
    }
    Optional<SentValue> absent = AbsentReasons.read(coding, element);
    if (absent.isPresent()) {
      return absent;
    }
    return answers.answer(coding).flatMap(answer -> plain(answer, element));
  }

  private static Optional<SentValue> plain(String answer, DataElement element) {
    return switch (answer) {
      case AnswerCodes.UNKNOWN -> Optional.of(new SentValue.Nothing());
      case AnswerCodes.NOT_DONE -> Optional.of(new SentValue.NotDone(null));
      default ->
          element.type() == ElementType.BOOLEAN
              ? Optional.of(new SentValue.Bool(answer.equals(AnswerCodes.YES)))
              : Optional.empty();
    };
  }

  private Optional<SentValue> code(Coding coding, DataElement element) {
    if (coding.hasCode() && element.hasCode(coding.getCode())) {
      return Optional.of(new SentValue.Text(coding.getCode()));
    }
    if (!FhirSystems.SNOMED.equals(coding.getSystem())) {
      return Optional.empty();
    }
    return dictionary.values(element).stream()
        .filter(v -> v.snomed().equals(coding.getCode()))
        .map(CodedValue::code)
        .findFirst()
        .map(SentValue.Text::new);
  }
}
