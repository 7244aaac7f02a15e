package org.denba.fhir.mapping;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.dictionary.DataElement;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Type;

/** Reads Observations: their own value and that of each component. */
final class ObservationReader {

  private static final Set<ObservationStatus> NO_FINDING =
      EnumSet.of(ObservationStatus.ENTEREDINERROR, ObservationStatus.CANCELLED);
  private static final Set<ObservationStatus> SETTLED =
      EnumSet.of(ObservationStatus.FINAL, ObservationStatus.AMENDED, ObservationStatus.CORRECTED);

  private final Readings readings;
  private final AnswerReader answers;

  ObservationReader(Readings readings, AnswerReader answers) {
    this.readings = readings;
    this.answers = answers;
  }

  void read(Located<Observation> located) {
    Observation observation = located.resource();
    String path = located.path();
    if (NO_FINDING.contains(observation.getStatus())) {
      readings
          .notices()
          .add("status-ignored", path, path, Map.of("status", observation.getStatus().toCode()));
      return;
    }
    if (!readings.aboutPatient(observation.getSubject(), path)) {
      return;
    }
    if (observation.hasModifierExtension()) {
      readings.notices().add("modifier-extension", path, path, Map.of());
      return;
    }
    Moment moment = Moment.of(observation.getEffective(), readings.dictionary().zone());
    Readings.Said said = new Readings.Said(path, located.reference(), moment);
    boolean settled = SETTLED.contains(observation.getStatus());
    boolean known =
        readOwn(observation, said, settled) | readComponents(observation, said, settled);
    if (!known) {
      readings.unknownCode(observation.getCode(), path + ".code");
    }
  }

  private boolean readOwn(Observation observation, Readings.Said said, boolean settled) {
    CodeableConcept code = observation.getCode();
    Type value = observation.getValue();
    CodeableConcept absent =
        observation.hasDataAbsentReason() ? observation.getDataAbsentReason() : null;
    if (readAnswer(code, value, said, settled)) {
      return true;
    }
    if (absent != null && value == null) {
      readAbsentPanel(code, absent, said);
    }
    List<DataElement> elements = readings.dictionary().codes().resolve(code);
    if (elements.isEmpty()) {
      return isPanel(code);
    }
    if (value != null || absent != null || !observation.hasComponent()) {
      add(elements, code, value, absent, said, settled);
    }
    return true;
  }

  private boolean readAnswer(
      CodeableConcept code, Type value, Readings.Said said, boolean settled) {
    boolean read = value != null && answers.read(code, value, said);
    if (read && !settled) {
      readings.notices().add("preliminary-answer", said.path(), said.path(), Map.of());
    }
    return read;
  }

  private boolean isPanel(CodeableConcept code) {
    return readings.dictionary().panels().get(code).isPresent();
  }

  /** A panel that was not done: none of its parts was. */
  private void readAbsentPanel(CodeableConcept code, CodeableConcept absent, Readings.Said said) {
    readings
        .dictionary()
        .panels()
        .get(code)
        .ifPresent(parts -> readings.add(parts, null, absent, null, said));
  }

  private boolean readComponents(Observation observation, Readings.Said said, boolean settled) {
    boolean known = false;
    int index = 0;
    for (ObservationComponentComponent component : observation.getComponent()) {
      Readings.Said below = said.below(".component[" + index++ + "]");
      CodeableConcept code = component.getCode();
      if (readAnswer(code, component.getValue(), below, settled)) {
        known = true;
        continue;
      }
      List<DataElement> elements = readings.dictionary().codes().resolve(code);
      if (elements.isEmpty()) {
        readings.unknownCode(code, below.path() + ".code");
        continue;
      }
      known = true;
      add(
          elements,
          code,
          component.getValue(),
          component.hasDataAbsentReason() ? component.getDataAbsentReason() : null,
          below,
          settled);
    }
    return known;
  }

  private void add(
      List<DataElement> elements,
      CodeableConcept code,
      Type value,
      CodeableConcept absent,
      Readings.Said said,
      boolean settled) {
    readings.add(elements, value, absent, readings.dictionary().unit(code), said);
    if (!settled && value != null) {
      for (DataElement element : elements) {
        readings.notices().about("preliminary", said.path(), element, Map.of());
      }
    }
  }
}
