package org.denba.fhir.mapping;

import java.util.Optional;
import org.denba.engine.dictionary.DataElement;
import org.denba.fhir.finding.SentValue;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * What the absence of a value says: not done (with a reason where one is told), asked and not
 * known, or nothing. A reason in our own code system is the most exact and wins.
 */
final class AbsentReasons {

  private static final String ASKED_NOT_KNOWN = "asked-not-known";

  private AbsentReasons() {}

  /**
   * Reads {@code dataAbsentReason}; a reason that is not understood says nothing: the element stays
   * unknown.
   */
  static SentValue read(CodeableConcept reason, DataElement element) {
    for (Coding coding : reason.getCoding()) {
      if (FhirSystems.NOT_DONE_REASON.equals(coding.getSystem())) {
        return new SentValue.NotDone(coding.getCode());
      }
    }
    for (Coding coding : reason.getCoding()) {
      Optional<SentValue> said = read(coding, element);
      if (said.isPresent()) {
        return said.get();
      }
    }
    return new SentValue.Nothing();
  }

  /** What a coding says about an absent value, or empty when it is no code of that kind. */
  static Optional<SentValue> read(Coding coding, DataElement element) {
    if (FhirSystems.NOT_DONE_REASON.equals(coding.getSystem())) {
      return Optional.of(new SentValue.NotDone(coding.getCode()));
    }
    if (FhirSystems.NULL_FLAVOR.equals(coding.getSystem())) {
      return Optional.of(
          "ASKU".equals(coding.getCode()) ? askedNotKnown(element) : new SentValue.Nothing());
    }
    if (!FhirSystems.DATA_ABSENT_REASON.equals(coding.getSystem()) || !coding.hasCode()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (coding.getCode()) {
          case "not-performed" -> new SentValue.NotDone(null);
          case "unsupported" -> new SentValue.NotDone("no-device");
          case "asked-declined", "not-permitted" -> new SentValue.NotDone("refused");
          case "asked-unknown" -> askedNotKnown(element);
          default -> new SentValue.Nothing();
        });
  }

  private static SentValue askedNotKnown(DataElement element) {
    return element.hasCode(ASKED_NOT_KNOWN)
        ? new SentValue.Text(ASKED_NOT_KNOWN)
        : new SentValue.Nothing();
  }
}
