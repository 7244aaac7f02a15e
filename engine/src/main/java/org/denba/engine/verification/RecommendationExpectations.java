package org.denba.engine.verification;

import static org.denba.engine.verification.ExpectationKeys.ofAnswer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Recommendation;

/** Expectations about what the answer says is to be done. */
final class RecommendationExpectations {

  private static final String RECOMMENDS = "recommends";

  /** What is wanted of the recommendations with one id. */
  @FunctionalInterface
  private interface Check {
    void check(String id, List<Recommendation> recommendations, CaseValue wanted, Consumer<String> failure);
  }

  private RecommendationExpectations() {}

  static Map<String, ExpectationKeys.Reader> readers() {
    Map<String, ExpectationKeys.Reader> readers = new LinkedHashMap<>();
    readers.put(
        RECOMMENDS,
        (value, words) -> {
          List<String> wanted = ids(value, words);
          return ofAnswer((answer, failure) -> ExpectationKeys.all(RECOMMENDS, wanted, ids(answer), failure));
        });
    readers.put(
        "recommends-not",
        (value, words) -> {
          List<String> unwanted = ids(value, words);
          return ofAnswer((answer, failure) -> ExpectationKeys.none(RECOMMENDS, unwanted, ids(answer), failure));
        });
    readers.put(
        "exactly-recommends",
        (value, words) -> {
          List<String> wanted = ids(value, words);
          return ofAnswer((answer, failure) -> ExpectationKeys.exactly(RECOMMENDS, wanted, ids(answer), failure));
        });
    readers.put("recommended-for", of(RecommendationExpectations::reasons));
    readers.put("kind", of(RecommendationExpectations::kind));
    readers.put("follow-up", of(RecommendationExpectations::days));
    readers.put("says", of(RecommendationExpectations::says));
    readers.put("dose-missing", of(RecommendationExpectations::missing));
    readers.put("final", (value, words) -> finalAdvice(value.flag()));
    readers.put("dose", RecommendationExpectations::doses);
    return readers;
  }

  /** A mapping from recommendations to what is wanted of each; for a follow-up the row is enough. */
  private static ExpectationKeys.Reader of(Check check) {
    return (value, words) -> {
      Map<String, CaseValue> wanted = value.entries();
      wanted.forEach((id, one) -> words.recommendation(one, id));
      return ofAnswer((answer, failure) -> wanted.forEach((id, one) -> find(answer, id, one, failure, check)));
    };
  }

  private static Expectation doses(CaseValue value, CaseWords words) {
    Map<String, List<DoseExpectation>> wanted = new LinkedHashMap<>();
    value
        .entries()
        .forEach(
            (id, doses) ->
                wanted.put(words.recommendation(doses, id), doses.items().stream().map(DoseExpectation::read).toList()));
    return ofAnswer(
        (answer, failure) ->
            wanted.forEach(
                (id, doses) ->
                    doses.forEach(
                        dose -> find(answer, id, null, failure, (i, found, none, fail) -> dose.check(i, found, fail)))));
  }

  private static void find(TriageResult answer, String id, CaseValue wanted, Consumer<String> failure, Check check) {
    List<Recommendation> found = answer.recommendations().stream().filter(r -> r.id().equals(id)).toList();
    if (found.isEmpty()) {
      failure.accept("expected " + RECOMMENDS + " " + id + ", got " + RECOMMENDS + " " + ids(answer));
    } else {
      check.check(id, found, wanted, failure);
    }
  }

  private static void reasons(String id, List<Recommendation> found, CaseValue wanted, Consumer<String> failure) {
    ExpectationKeys.exactly(id + " for", wanted.texts(), found.get(0).because(), failure);
  }

  private static void kind(String id, List<Recommendation> found, CaseValue wanted, Consumer<String> failure) {
    ExpectationKeys.same(id + " as", wanted.text(), found.get(0).kind(), failure);
  }

  private static void days(String id, List<Recommendation> found, CaseValue wanted, Consumer<String> failure) {
    ExpectationKeys.same(id + " in days", wanted.integer(), found.get(0).dueInDays(), failure);
  }

  private static void missing(String id, List<Recommendation> found, CaseValue wanted, Consumer<String> failure) {
    ExpectationKeys.exactly(id + " without a dose for want of", wanted.texts(), found.get(0).doseMissing(), failure);
    if (found.get(0).dose() != null) {
      failure.accept("expected " + id + " without a dose, got " + found.get(0).dose());
    }
  }

  /** Every wanted snippet stands in the text or in a note. */
  private static void says(String id, List<Recommendation> found, CaseValue wanted, Consumer<String> failure) {
    String text = found.stream().map(r -> r.text() + " " + String.join(" ", r.notes())).collect(Collectors.joining(" "));
    for (String snippet : wanted.texts()) {
      if (!text.contains(snippet)) {
        failure.accept("expected " + id + " to say '" + snippet + "', got '" + text.strip() + "'");
      }
    }
  }

  private static Expectation finalAdvice(boolean wanted) {
    return ofAnswer(
        (answer, failure) -> {
          List<String> others =
              answer.recommendations().stream().filter(r -> r.finalAdvice() != wanted).map(Recommendation::id).toList();
          if (!others.isEmpty()) {
            failure.accept("expected every recommendation " + (wanted ? "" : "not ") + "final, got the contrary for " + others);
          }
        });
  }

  private static List<String> ids(CaseValue value, CaseWords words) {
    return value.items().stream().map(item -> words.recommendation(item, item.text())).toList();
  }

  private static List<String> ids(TriageResult answer) {
    return answer.recommendations().stream().map(Recommendation::id).distinct().toList();
  }
}
