package org.denba.fhir.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.triage.InvalidRequestException;
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
  private final Notices notices;
  private final List<Reading> all = new ArrayList<>();
  private final List<RequestError> errors = new ArrayList<>();

  Readings(Dictionary dictionary, Subject subject, Notices notices) {
    this.dictionary = dictionary;
    this.subject = subject;
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
    notices.add("other-subject", path, path, Map.of());
    return false;
  }

  /** Adds what a value says about each of the elements that its code can stand for. */
  void add(List<DataElement> elements, Type value, CodeableConcept absent, Said said) {
    for (DataElement element : elements) {
      List<Finding> found =
          dictionary.values().read(value, absent, element, said.path() + ".value", this::error);
      if (!found.isEmpty()) {
        add(element, elements, found, said, false);
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
      boolean implied) {
    all.add(
        new Reading(
            element, candidates, found, said.moment(), said.path(), said.source(), implied));
  }

  /**
   * Adds a plain no to each of these signs, which anything said about the sign itself outweighs.
   */
  void addImpliedNo(List<DataElement> signs, Said said) {
    for (DataElement sign : signs) {
      add(sign, List.of(sign), List.of(new Finding.Answer(false)), said, true);
    }
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
    return all;
  }

  /**
   * @throws InvalidRequestException with every error that was met
   */
  void refuseErrors() {
    if (!errors.isEmpty()) {
      throw new InvalidRequestException(errors);
    }
  }
}
