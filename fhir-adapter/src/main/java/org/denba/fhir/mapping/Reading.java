package org.denba.fhir.mapping;

import java.util.List;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataElement;

/**
 * One statement of the request about one data element, before it is known which statement counts.
 *
 * @param element what it is about
 * @param candidates every element that its code can stand for; more than one, and the protocol
 *     decides
 * @param alternatives what it says; more than one where it contradicts itself
 * @param moment when it was observed
 * @param path FHIRPath from the root of the request
 * @param source how to refer to the resource that says it, or null
 * @param implied said only by an answer for a whole list of signs: anything said about the sign
 *     itself wins
 */
record Reading(
    DataElement element,
    List<DataElement> candidates,
    List<Finding> alternatives,
    Moment moment,
    String path,
    String source,
    boolean implied) {

  Reading {
    candidates = List.copyOf(candidates);
    alternatives = List.copyOf(alternatives);
  }

  /** The same statement, read as the second measurement. */
  Reading as(DataElement repeat) {
    return new Reading(repeat, List.of(repeat), alternatives, moment, path, source, implied);
  }

  boolean isYes() {
    return alternatives.stream().anyMatch(f -> f instanceof Finding.Answer a && a.yes());
  }
}
