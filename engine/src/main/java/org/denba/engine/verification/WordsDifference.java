package org.denba.engine.verification;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Recommendation;

/** What the words of an advice say in one answer and not in another. */
final class WordsDifference {

  private WordsDifference() {}

  /** Adds, for each advice of both, the first sentence that is only in one of them. */
  static void add(TriageResult was, TriageResult is, Map<String, Object> expect) {
    Map<String, Object> said = new LinkedHashMap<>();
    Map<String, Object> unsaid = new LinkedHashMap<>();
    for (Recommendation each : was.recommendations()) {
      String before = text(was, each.id());
      String after = text(is, each.id());
      if (!after.isEmpty()) {
        own(before, after).ifPresent(sentence -> said.put(each.id(), sentence));
        own(after, before).ifPresent(sentence -> unsaid.put(each.id(), sentence));
      }
    }
    if (!said.isEmpty()) {
      expect.put("says", said);
    }
    if (!unsaid.isEmpty()) {
      expect.put("says-not", unsaid);
    }
  }

  private static Optional<String> own(String text, String other) {
    return Arrays.stream(text.split("(?<=[.!?:;]) "))
        .filter(sentence -> !other.contains(sentence))
        .findFirst();
  }

  private static String text(TriageResult answer, String id) {
    return answer.recommendations().stream()
        .filter(each -> each.id().equals(id))
        .map(Recommendation::text)
        .collect(Collectors.joining(" "));
  }
}
