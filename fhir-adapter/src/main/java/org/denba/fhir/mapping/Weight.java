package org.denba.fhir.mapping;

import org.denba.engine.assessment.Finding;

/**
 * How much a statement counts beside others about the same element.
 *
 * @param list the question whose answer says it of a whole list of signs ("none of these"), or
 *     null: anything told about the sign itself outweighs it
 * @param opposite set where the statement says that something is there but not how much of it: a
 *     more exact statement outweighs it, unless it says this opposite; else null
 */
record Weight(String list, Finding opposite) {

  static final Weight TOLD = new Weight(null, null);

  boolean implied() {
    return list != null;
  }

  boolean vague() {
    return opposite != null;
  }
}
