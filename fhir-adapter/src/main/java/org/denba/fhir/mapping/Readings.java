package org.denba.fhir.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.triage.RequestError;
import org.denba.fhir.finding.Quoted;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/**
 * Collects what one request says, element by element, with everything that is wrong or worth a
 * remark.
 */
final class Readings {

  private static final int MOST_ERRORS = 50;

  private final Dictionary dictionary;
  private final Subject subject;
  private final Subject other;
  private final Notices notices;
  private final List<Reading> all = new ArrayList<>();
  private final List<RequestError> errors = new ArrayList<>();
  private final Set<String> doubted = new HashSet<>();

  /**
   * @param other the second patient of the request, who is read apart, or null
   */
  Readings(Dictionary dictionary, Subject subject, Subject other, Notices notices) {
    this.dictionary = dictionary;
    this.subject = subject;
    this.other = other;
    this.notices = notices;
  }

  /**
   * Where and when something was said.
   *
   * @param path FHIRPath of the element that holds the value, without {@code .value}
   * @param source reference to the resource, or null
   * @param moment when it was observed
   */
  record Said(String path, String source, Moment moment) {
    Said below(String more) {
      return new Said(path + more, source, moment);
    }
  }

  Dictionary dictionary() {
    return dictionary;
  }

  Notices notices() {
    return notices;
  }

  /**
   * Whether a resource is about the patient; one about somebody else is left out, and the answer
   * says so.
   */
  boolean aboutPatient(Reference reference, String path) {
    if (subject.means(reference)) {
      return true;
    }
    if (other == null || !other.means(reference)) {
      notices.add("other-subject", path, path, Map.of());
    }
    return false;
  }

  /**
   * Adds what a value says about each of the elements that its code can stand for.
   *
   * @param unit the unit of a number that comes without one, or null for the element's own
   */
  void add(List<DataElement> elements, Type value, CodeableConcept absent, String unit, Said said) {
    for (DataElement element : elements) {
      List<Finding> found =
          dictionary
              .values()
              .read(value, absent, element, unit, said.path() + ".value", this::error);
      if (!found.isEmpty()) {
        add(element, elements, found, said, Weight.TOLD);
      }
      if (absent == null && found.equals(List.of(new Finding.Unknown()))) {
        notices.about("no-value", said.path(), element, Map.of());
      }
    }
  }

  /** Adds one finding that needs no reading. */
  void add(
      DataElement element,
      List<DataElement> candidates,
      List<Finding> found,
      Said said,
      Weight weight) {
    all.add(
        new Reading(element, candidates, found, said.moment(), said.path(), said.source(), weight));
  }

  /** Adds what an answer says. */
  void add(AnswerSets.Meaning meaning, Said said) {
    meaning
        .findings()
        .forEach(
            (element, finding) ->
                add(
                    element,
                    List.of(element),
                    List.of(finding),
                    said,
                    meaning.weights().get(element)));
  }

  /**
   * Takes away what "none of these" says of a list: another answer to the question was not
   * understood.
   */
  void doubt(String question) {
    doubted.add(question);
  }

  void unknownCode(CodeableConcept code, String path) {
    String shown =
        code.getCoding().stream()
            .filter(Coding::hasCode)
            .map(c -> c.hasSystem() ? c.getSystem() + "|" + c.getCode() : c.getCode())
            .findFirst()
            .orElseGet(() -> code.hasText() ? code.getText() : "");
    unknownCode(shown, path);
  }

  void unknownCode(String code, String path) {
    String shown = Quoted.path(code);
    String id = code.substring(code.lastIndexOf('|') + 1);
    boolean ours = code.startsWith(FhirSystems.DATA_ELEMENT);
    String nearest = ours ? dictionary.elements().nearest(id).orElse("") : "";
    notices.add("unknown-code", path, shown, Map.of("code", shown, "nearest", nearest));
  }

  void error(RequestError error) {
    if (errors.size() < MOST_ERRORS) {
      errors.add(error);
    }
  }

  List<Reading> all() {
    return all.stream().filter(r -> !doubted.contains(r.weight().list())).toList();
  }

  List<RequestError> errors() {
    return errors;
  }
}
