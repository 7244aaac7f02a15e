package org.denba.fhir.mapping;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.dictionary.DataElement;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Reads Observations: their own value and that of each component. */
final class ObservationReader {

  private static final Set<ObservationStatus> NO_FINDING =
      EnumSet.of(ObservationStatus.ENTEREDINERROR, ObservationStatus.CANCELLED);
  private static final Set<ObservationStatus> SETTLED =
      EnumSet.of(ObservationStatus.FINAL, ObservationStatus.AMENDED, ObservationStatus.CORRECTED);

  private final Readings readings;

  ObservationReader(Readings readings) {
    this.readings = readings;
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
    if (readings.dictionary().sets().asks(code)) {
      readSet(code, answers(observation.getValue()), said);
      return true;
    }
    List<DataElement> elements = readings.dictionary().codes().resolve(code);
    if (elements.isEmpty()
        || !observation.hasValue()
            && !observation.hasDataAbsentReason()
            && observation.hasComponent()) {
      return !elements.isEmpty();
    }
    add(
        elements,
        observation.getValue(),
        observation.hasDataAbsentReason() ? observation.getDataAbsentReason() : null,
        said,
        settled);
    return true;
  }

  private void readSet(CodeableConcept question, CodeableConcept answer, Readings.Said said) {
    List<DataElement> no = readings.dictionary().sets().no(question, answer);
    if (no.isEmpty()) {
      readings.unknownCode(answer, said.path() + ".value");
    }
    readings.addImpliedNo(no, said);
  }

  private boolean readComponents(Observation observation, Readings.Said said, boolean settled) {
    boolean known = false;
    int index = 0;
    for (ObservationComponentComponent component : observation.getComponent()) {
      Readings.Said below = said.below(".component[" + index++ + "]");
      List<DataElement> elements = readings.dictionary().codes().resolve(component.getCode());
      if (elements.isEmpty()) {
        readings.unknownCode(component.getCode(), below.path() + ".code");
        continue;
      }
      known = true;
      add(
          elements,
          component.getValue(),
          component.hasDataAbsentReason() ? component.getDataAbsentReason() : null,
          below,
          settled);
    }
    return known;
  }

  private void add(
      List<DataElement> elements,
      Type value,
      CodeableConcept absent,
      Readings.Said said,
      boolean settled) {
    readings.add(elements, value, absent, said);
    if (!settled && value != null) {
      for (DataElement element : elements) {
        readings.notices().about("preliminary", said.path(), element, Map.of());
      }
    }
  }

  /** An answer of any type as codes. */
  private static CodeableConcept answers(Type value) {
    if (value instanceof CodeableConcept concept) {
      return concept;
    }
    if (value instanceof BooleanType || value instanceof StringType || value instanceof CodeType) {
      return new CodeableConcept(new Coding().setCode(value.primitiveValue()));
    }
    return new CodeableConcept();
  }
}
