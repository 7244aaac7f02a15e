package org.denba.fhir.mapping;

import org.denba.engine.dictionary.DataElement;
import org.denba.engine.triage.TriageRequest;

/**
 * Tells which data elements the protocol of a request uses, so that a code shared by several
 * elements, and a second measurement, find their meaning.
 */
@FunctionalInterface
public interface ElementScope {

  /**
   * @param request the request as far as it could be read without knowing the protocol
   */
  Use of(TriageRequest request);

  /**
   * Whether the patient of a request fits the protocol that it asks for.
   *
   * @param request the request as far as it could be read without knowing the protocol
   */
  default boolean fits(TriageRequest request) {
    return true;
  }

  /** The elements of one protocol. */
  @FunctionalInterface
  interface Use {
    boolean uses(DataElement element);
  }
}
