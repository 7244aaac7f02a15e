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
 * @param weight how much it counts beside other statements
 */
record Reading(
    DataElement element,
    List<DataElement> candidates,
    List<Finding> alternatives,
    Moment moment,
    String path,
    String source,
    Weight weight) {

  Reading {
    candidates = List.copyOf(candidates);
    alternatives = List.copyOf(alternatives);
  }

  /** The same statement, read as the second measurement. */
  Reading as(DataElement repeat) {
    return new Reading(repeat, List.of(repeat), alternatives, moment, path, source, weight);
  }

  boolean implied() {
    return weight.implied();
  }

  /** Whether it tells a value, as against "not done" or "not known". */
  boolean hasValue() {
    return alternatives.stream().anyMatch(Reading::isValue);
  }

  boolean saysNotDone() {
    return alternatives.stream().anyMatch(Reading::isNotDone);
  }

  /** Whether it tells another value than this one. */
  boolean differs(Reading other) {
    return alternatives.stream().anyMatch(f -> isValue(f) && !other.alternatives.contains(f));
  }

  private static boolean isValue(Finding finding) {
    return !(finding instanceof Finding.Unknown) && !isNotDone(finding);
  }

  private static boolean isNotDone(Finding finding) {
    return finding instanceof Finding.NotDone
        || finding instanceof Finding.Code c && c.code().equals("not-done");
  }
}
