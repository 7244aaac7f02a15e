package org.denba.engine.verification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Question;
import org.denba.engine.triage.TriageResult.Recommendation;
import org.denba.engine.triage.TriageResult.Status;

/** What an answer says, in the words of {@code expect}. */
final class AnswerWords {

  private AnswerWords() {}

  /** By key: a word, a flag or a list of words. */
  static Map<String, Object> of(TriageResult answer) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("protocol", answer.protocol().id());
    said.put("urgency", answer.urgency().code());
    said.put("could-be", answer.couldBe().code());
    said.put("decided", answer.decided());
    said.put("complete", answer.complete());
    said.put("exactly-proved", rows(answer, Status.PROVED));
    said.put("exactly-not-ruled-out", rows(answer, Status.NOT_RULED_OUT));
    said.put(
        "provisional",
        answer.classifications().stream()
            .filter(Classification::provisional)
            .map(Classification::rule)
            .toList());
    said.put("exactly-asks", answer.stillToAssess().stream().map(Question::dataElement).toList());
    said.put(
        "exactly-recommends",
        answer.recommendations().stream().map(Recommendation::id).distinct().toList());
    said.put("referral", answer.referral() == null ? "none" : answer.referral().urgency().code());
    said.values().removeIf(value -> value instanceof List<?> list && list.isEmpty());
    // that nothing is open says something; that no row is provisional follows from it
    said.putIfAbsent("exactly-not-ruled-out", List.of());
    return said;
  }

  private static List<String> rows(TriageResult answer, Status status) {
    return answer.classifications().stream()
        .filter(row -> row.status() == status)
        .map(Classification::rule)
        .toList();
  }
}
