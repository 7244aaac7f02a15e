package org.denba.engine.dictionary;

/** The terminologies whose codes the dictionary knows for its elements. */
public enum CodeSystem {
  LOINC,
  SNOMED,
  WHO
}
