package org.denba.engine.verification;

import static org.denba.engine.verification.ExpectationKeys.ofAnswer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Recommendation;

/** Expectations about what the answer says is to be done. */
final class RecommendationExpectations {

  private static final String RECOMMENDS = "recommends";

  private static final List<String> KINDS =
      List.of(
          "pre-referral-treatment",
          "treatment",
          "referral",
          "counselling",
          "follow-up",
          "return-immediately",
          "prevention");

  /** Compares the recommendations with one id with what is wanted of them. */
  @FunctionalInterface
  private interface Check<T> {
    void check(String id, List<Recommendation> recommendations, T wanted, Consumer<String> failure);
  }

  private RecommendationExpectations() {}

  static Map<String, ExpectationKeys.Reader> readers() {
    Map<String, ExpectationKeys.Reader> readers = new LinkedHashMap<>();
    readers.put(RECOMMENDS, recommended(ExpectationKeys::all));
    readers.put("recommends-not", recommended(ExpectationKeys::none));
    readers.put("exactly-recommends", recommended(ExpectationKeys::exactly));
    readers.put(
        "recommended-for",
        of(
            (value, words) -> value.items().stream().map(words::row).toList(),
            RecommendationExpectations::reasons));
    readers.put(
        "kind",
        of(
            (value, words) -> CaseWords.known(value, value.text(), KINDS, "kind of recommendation"),
            RecommendationExpectations::kind));
    readers.put(
        "follow-up",
        of(
            (value, words) -> value.items().stream().map(CaseValue::integer).toList(),
            RecommendationExpectations::days));
    readers.put("says", of((value, words) -> value.texts(), RecommendationExpectations::says));
    readers.put("says-not", RecommendationExpectations::saysNot);
    readers.put(
        "dose-missing",
        of(
            (value, words) -> value.items().stream().map(item -> words.element(item).id()).toList(),
            RecommendationExpectations::missing));
    readers.put("final", (value, words) -> finalAdvice(value.flag()));
    readers.put("dose", of(RecommendationExpectations::doses, RecommendationExpectations::doses));
    return readers;
  }

  private static ExpectationKeys.Reader recommended(ExpectationKeys.Comparison comparison) {
    return ExpectationKeys.words(
        RECOMMENDS,
        (value, words) -> words.recommendation(value, value.text()),
        RecommendationExpectations::ids,
        comparison);
  }

  /** A mapping from recommendations to what is wanted of each. */
  private static <T> ExpectationKeys.Reader of(
      BiFunction<CaseValue, CaseWords, T> read, Check<T> check) {
    return (value, words) -> {
      Map<String, T> wanted = new LinkedHashMap<>();
      value
          .entries()
          .forEach((id, one) -> wanted.put(words.recommendation(one, id), read.apply(one, words)));
      return ofAnswer(
          (answer, failure) -> wanted.forEach((id, one) -> find(answer, id, one, failure, check)));
    };
  }

  private static List<DoseExpectation> doses(CaseValue value, CaseWords words) {
    return value.items().stream().map(DoseExpectation::read).toList();
  }

  private static void doses(
      String id,
      List<Recommendation> found,
      List<DoseExpectation> wanted,
      Consumer<String> failure) {
    wanted.forEach(dose -> dose.check(id, found, failure));
  }

  private static <T> void find(
      TriageResult answer, String id, T wanted, Consumer<String> failure, Check<T> check) {
    List<Recommendation> found =
        answer.recommendations().stream().filter(r -> r.id().equals(id)).toList();
    if (found.isEmpty()) {
      failure.accept(
          "expected " + RECOMMENDS + " " + id + ", got " + RECOMMENDS + " " + ids(answer));
    } else {
      check.check(id, found, wanted, failure);
    }
  }

  private static void reasons(
      String id, List<Recommendation> found, List<String> wanted, Consumer<String> failure) {
    ExpectationKeys.exactly(id + " for", wanted, found.get(0).because(), failure);
  }

  private static void kind(
      String id, List<Recommendation> found, String wanted, Consumer<String> failure) {
    ExpectationKeys.same(id + " as", wanted, found.get(0).kind(), failure);
  }

  /** One day is that of the first visit; several are those of all visits. */
  private static void days(
      String id, List<Recommendation> found, List<Integer> wanted, Consumer<String> failure) {
    List<Integer> days = found.stream().map(Recommendation::dueInDays).toList();
    if (wanted.size() == 1) {
      ExpectationKeys.same(id + " in days", wanted.get(0), days.get(0), failure);
    } else {
      ExpectationKeys.same(id + " in days", wanted, days, failure);
    }
  }

  private static void missing(
      String id, List<Recommendation> found, List<String> wanted, Consumer<String> failure) {
    ExpectationKeys.exactly(
        id + " without a dose for want of", wanted, found.get(0).doseMissing(), failure);
    if (found.get(0).dose() != null) {
      failure.accept("expected " + id + " without a dose, got " + found.get(0).dose());
    }
  }

  /**
   * Every wanted snippet stands in the text, in a note or in what is to be heeded with the dose.
   */
  private static void says(
      String id, List<Recommendation> found, List<String> wanted, Consumer<String> failure) {
    String text =
        found.stream().map(RecommendationExpectations::words).collect(Collectors.joining(" "));
    for (String snippet : wanted) {
      if (!text.contains(snippet)) {
        failure.accept("expected " + id + " to say '" + snippet + "', got '" + text.strip() + "'");
      }
    }
  }

  /** None of the snippets stands there; what is not recommended at all says nothing. */
  private static Expectation saysNot(CaseValue value, CaseWords words) {
    Map<String, List<String>> unwanted = new LinkedHashMap<>();
    value.entries().forEach((id, one) -> unwanted.put(words.recommendation(one, id), one.texts()));
    return ofAnswer(
        (answer, failure) ->
            answer.recommendations().stream()
                .filter(each -> unwanted.containsKey(each.id()))
                .forEach(
                    each ->
                        unwanted.get(each.id()).stream()
                            .filter(words(each)::contains)
                            .forEach(
                                snippet ->
                                    failure.accept(
                                        "expected "
                                            + each.id()
                                            + " not to say '"
                                            + snippet
                                            + "', got '"
                                            + words(each).strip()
                                            + "'"))));
  }

  private static String words(Recommendation recommendation) {
    boolean noted = recommendation.dose() != null && recommendation.dose().note() != null;
    return recommendation.text()
        + " "
        + String.join(" ", recommendation.notes())
        + (noted ? " " + recommendation.dose().note() : "");
  }

  private static Expectation finalAdvice(boolean wanted) {
    return ofAnswer(
        (answer, failure) -> {
          List<String> others =
              answer.recommendations().stream()
                  .filter(r -> r.finalAdvice() != wanted)
                  .map(Recommendation::id)
                  .toList();
          if (!others.isEmpty()) {
            failure.accept(
                "expected every recommendation "
                    + (wanted ? "" : "not ")
                    + "final, got the contrary for "
                    + others);
          }
        });
  }

  private static List<String> ids(TriageResult answer) {
    return answer.recommendations().stream().map(Recommendation::id).distinct().toList();
  }
}
