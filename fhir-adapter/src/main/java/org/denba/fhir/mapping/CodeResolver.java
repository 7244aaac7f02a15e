package org.denba.fhir.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.denba.engine.dictionary.CodeSystem;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * Finds the data elements that a code stands for. Our own code says exactly one; otherwise WHO
 * element ids (in any system, also in the spelling of the L2 forms), else LOINC and SNOMED CT. A
 * code of a measurement that can be repeated stands for the first reading: which reading it is, its
 * time tells.
 */
final class CodeResolver {

  private final DataDictionary dictionary;
  private final RepeatReadings repeats;
  private final WhoCodes spelling;

  CodeResolver(DataDictionary dictionary, RepeatReadings repeats, WhoCodes spelling) {
    this.dictionary = dictionary;
    this.repeats = repeats;
    this.spelling = spelling;
  }

  /** The elements that one of the codings stands for, empty when none is known. */
  List<DataElement> resolve(CodeableConcept concept) {
    List<Coding> codings = concept.getCoding();
    for (Coding coding : codings) {
      List<DataElement> own = own(coding);
      if (!own.isEmpty()) {
        return own;
      }
    }
    Set<DataElement> found = new LinkedHashSet<>();
    for (Coding coding : codings) {
      found.addAll(who(coding));
    }
    if (found.isEmpty()) {
      for (Coding coding : codings) {
        found.addAll(terminology(coding));
      }
    }
    return found.size() < 2 ? List.copyOf(found) : firstReadings(found);
  }

  /** Whether one of the codings is our own code. */
  boolean isOwn(CodeableConcept concept) {
    return concept.getCoding().stream().anyMatch(coding -> !own(coding).isEmpty());
  }

  private List<DataElement> own(Coding coding) {
    boolean ours = !coding.hasSystem() || FhirSystems.DATA_ELEMENT.equals(coding.getSystem());
    return ours && coding.hasCode()
        ? dictionary.element(coding.getCode()).map(List::of).orElse(List.of())
        : List.of();
  }

  private List<DataElement> who(Coding coding) {
    return spelling
        .canonical(coding)
        .map(id -> dictionary.byCode(CodeSystem.WHO, id))
        .orElse(List.of());
  }

  private List<DataElement> terminology(Coding coding) {
    if (FhirSystems.LOINC.equals(coding.getSystem())) {
      return dictionary.byCode(CodeSystem.LOINC, coding.getCode());
    }
    if (FhirSystems.SNOMED.equals(coding.getSystem())) {
      return dictionary.byCode(CodeSystem.SNOMED, coding.getCode());
    }
    return List.of();
  }

  private List<DataElement> firstReadings(Set<DataElement> found) {
    List<DataElement> first = new ArrayList<>(found);
    first.removeIf(e -> repeats.first(e).filter(found::contains).isPresent());
    return List.copyOf(first);
  }
}
