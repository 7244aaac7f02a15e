package org.denba.fhir.mapping;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.dictionary.DataElement;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/**
 * Reads the answered items of a QuestionnaireResponse whose link id (or the part of the item's
 * definition after {@code #}) is the id of a data element or a WHO element id. Several answers to
 * one question contradict each other.
 */
final class QuestionnaireReader {

  private static final Set<QuestionnaireResponseStatus> SETTLED =
      EnumSet.of(QuestionnaireResponseStatus.COMPLETED, QuestionnaireResponseStatus.AMENDED);

  private final Readings readings;
  private final AnswerReader answers;

  QuestionnaireReader(Readings readings, AnswerReader answers) {
    this.readings = readings;
    this.answers = answers;
  }

  void read(Located<QuestionnaireResponse> located) {
    QuestionnaireResponse response = located.resource();
    String path = located.path();
    if (response.getStatus() == QuestionnaireResponseStatus.ENTEREDINERROR) {
      readings.notices().add("status-ignored", path, path, Map.of("status", "entered-in-error"));
      return;
    }
    if (!readings.aboutPatient(response.getSubject(), path)) {
      return;
    }
    Moment moment = Moment.of(response.getAuthoredElement(), readings.dictionary().zone());
    boolean settled = SETTLED.contains(response.getStatus());
    items(response.getItem(), new Readings.Said(path, located.reference(), moment), settled);
  }

  private void items(
      List<QuestionnaireResponseItemComponent> items, Readings.Said said, boolean settled) {
    int index = 0;
    for (QuestionnaireResponseItemComponent item : items) {
      Readings.Said here = said.below(".item[" + index++ + "]");
      if (item.hasAnswer()) {
        answers(item, here, settled);
      }
      items(item.getItem(), here, settled);
    }
  }

  private void answers(
      QuestionnaireResponseItemComponent item, Readings.Said said, boolean settled) {
    CodeableConcept question = question(item);
    List<DataElement> elements = readings.dictionary().codes().resolve(question);
    String unit = readings.dictionary().unit(question);
    boolean known = !elements.isEmpty();
    int index = 0;
    for (QuestionnaireResponseItemAnswerComponent answer : item.getAnswer()) {
      Readings.Said here = said.below(".answer[" + index++ + "]");
      if (answer.hasValue() && answers.read(question, answer.getValue(), here)) {
        known = true;
        if (!settled) {
          readings.notices().add("preliminary-answer", here.path(), here.path(), Map.of());
        }
      } else if (answer.hasValue()) {
        readings.add(elements, answer.getValue(), null, unit, here);
      }
      items(answer.getItem(), here, settled);
    }
    if (!known) {
      readings.unknownCode(item.hasLinkId() ? item.getLinkId() : "", said.path());
    }
    if (!settled) {
      elements.forEach(e -> readings.notices().about("preliminary", said.path(), e, Map.of()));
    }
  }

  /** What the item asks: its link id where that is known, else the end of its definition. */
  private CodeableConcept question(QuestionnaireResponseItemComponent item) {
    CodeableConcept linked = concept(item.hasLinkId() ? item.getLinkId() : "");
    if (isKnown(linked) || !item.hasDefinition()) {
      return linked;
    }
    String definition = item.getDefinition();
    return concept(definition.substring(definition.lastIndexOf('#') + 1));
  }

  private boolean isKnown(CodeableConcept question) {
    return !readings.dictionary().codes().resolve(question).isEmpty()
        || readings.dictionary().sets().question(question.getCodingFirstRep()).isPresent();
  }

  private static CodeableConcept concept(String code) {
    return new CodeableConcept(new Coding().setCode(code));
  }
}
