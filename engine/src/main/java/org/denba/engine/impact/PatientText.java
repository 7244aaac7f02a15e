package org.denba.engine.impact;

import java.util.ArrayList;
import java.util.List;
import org.denba.engine.assessment.Finding;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.verification.CaseText;

/**
 * A patient of a report: what stands out in one line, and the whole visit as the start of a case
 * file, to be replayed. Neither names a date: days are counted back from the visit, so that a real
 * patient of a cohort is not told by them.
 */
public final class PatientText {

  private PatientText() {}

  /** Age, sex and everything that was found but for what is absent; at most so many findings. */
  public static String line(TriageRequest request, int most) {
    List<String> parts = new ArrayList<>(CaseText.patient(request));
    List<String> found = new ArrayList<>();
    request
        .findings()
        .forEach(
            (id, finding) -> {
              if (finding instanceof Finding.Answer answer) {
                if (answer.yes()) {
                  found.add(id);
                }
              } else if (!(finding instanceof Finding.Unknown)
                  && !(finding instanceof Finding.NotDone)) {
                found.add(id + " " + CaseText.value(finding, request.date()));
              }
            });
    parts.addAll(found.size() <= most ? found : found.subList(0, most));
    return String.join(", ", parts) + (found.size() > most ? ", …" : "");
  }

  /** The visit as YAML, in the form of a case file ({@code <protocol>/cases/*.yaml}). */
  public static String yaml(TriageRequest request, String id, String title) {
    return CaseText.of(request, request.protocol(), id, title);
  }
}
