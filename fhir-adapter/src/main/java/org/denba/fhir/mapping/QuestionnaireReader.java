package org.denba.fhir.mapping;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.dictionary.DataElement;
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

  QuestionnaireReader(Readings readings) {
    this.readings = readings;
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
    List<DataElement> elements = elements(item);
    if (elements.isEmpty()) {
      readings.unknownCode(item.hasLinkId() ? item.getLinkId() : "", said.path());
    }
    int index = 0;
    for (QuestionnaireResponseItemAnswerComponent answer : item.getAnswer()) {
      Readings.Said here = said.below(".answer[" + index++ + "]");
      if (answer.hasValue()) {
        readings.add(elements, answer.getValue(), null, here);
      }
      items(answer.getItem(), here, settled);
    }
    if (!settled) {
      elements.forEach(e -> readings.notices().about("preliminary", said.path(), e, Map.of()));
    }
  }

  private List<DataElement> elements(QuestionnaireResponseItemComponent item) {
    CodeResolver codes = readings.dictionary().codes();
    List<DataElement> linked = item.hasLinkId() ? codes.resolve(item.getLinkId()) : List.of();
    if (!linked.isEmpty() || !item.hasDefinition()) {
      return linked;
    }
    String definition = item.getDefinition();
    return codes.resolve(definition.substring(definition.lastIndexOf('#') + 1));
  }
}
