package org.denba.fhir.triage;

import org.denba.engine.triage.TriageResult;
import org.denba.fhir.json.AnswerJson;

/**
 * Writes an answer as the JSON that clients are promised (contract.md §1): UTF-8, fields always in
 * the same order, codes instead of names of constants. Every door uses this one writer, so the JSON
 * inside a FHIR answer is byte for byte the same. Thread-safe.
 */
public final class TriageResultWriter {

  private final AnswerJson json;

  public TriageResultWriter(AnswerJson json) {
    this.json = json;
  }

  /** The answer on one line, without a line break. */
  public byte[] write(TriageResult result) {
    return json.write(result);
  }
}
