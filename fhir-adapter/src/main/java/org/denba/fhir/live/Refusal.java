package org.denba.fhir.live;

import java.util.List;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.RequestError;
import org.denba.fhir.mapping.UnreadableFhirException;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;

/**
 * A request that was refused, and why; nothing of what it said.
 *
 * @param hour hours since 1970 (UTC)
 * @param codes the codes of its errors, each once
 */
record Refusal(long hour, List<String> codes) implements Entry {

  static Refusal of(long hour, Throwable why) {
    return new Refusal(hour, codes(why));
  }

  private static List<String> codes(Throwable why) {
    if (why instanceof InvalidRequestException invalid) {
      return codes(invalid.errors());
    }
    if (why instanceof UnreadableFhirException unreadable) {
      return codes(unreadable.errors());
    }
    if (why instanceof ProblemException known) {
      return List.of(known.problem().code());
    }
    return List.of(ProblemKind.INTERNAL.code());
  }

  private static List<String> codes(List<RequestError> errors) {
    return errors.stream().map(RequestError::code).distinct().toList();
  }
}
