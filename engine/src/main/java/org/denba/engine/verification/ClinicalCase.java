package org.denba.engine.verification;

import java.util.List;
import java.util.Set;
import org.denba.engine.triage.TriageRequest;

/**
 * One patient, and what the answer must say.
 *
 * @param file the case file, below the rules root
 * @param id the case's id, once in a protocol
 * @param title one sentence for the reader
 * @param canary run it before the engine is called ready
 * @param request the encounter
 * @param expected what the answer must say, at least one thing
 * @param names every word that stands below {@code expect}: rows, treatments, elements, codes
 */
public record ClinicalCase(
    String file,
    String id,
    String title,
    boolean canary,
    TriageRequest request,
    List<Expectation> expected,
    Set<String> names) {

  public ClinicalCase {
    expected = List.copyOf(expected);
    names = Set.copyOf(names);
  }
}
