package org.denba.engine.verification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.denba.engine.triage.RequestError;
import org.denba.engine.triage.TriageResult;

/** The keys that a case may use under {@code expect}, each with the way to read its value. */
final class ExpectationKeys {

  private static final String REFUSED = "refused";

  /** How the value of one key becomes an expectation. */
  @FunctionalInterface
  interface Reader {
    Expectation read(CaseValue value, CaseWords words);
  }

  /** A comparison of wanted words with those of the answer. */
  @FunctionalInterface
  interface Comparison {
    void compare(
        String what, Collection<String> wanted, Collection<String> got, Consumer<String> failure);
  }

  private static final Map<String, Reader> READERS = new LinkedHashMap<>();

  static {
    READERS.putAll(RowExpectations.readers());
    READERS.putAll(AnswerExpectations.readers());
    READERS.putAll(RecommendationExpectations.readers());
    READERS.put(REFUSED, (value, words) -> refused(value.texts()));
  }

  private ExpectationKeys() {}

  /** The keys that there are. */
  static Set<String> all() {
    return READERS.keySet();
  }

  /** Reads what is expected; a request that is refused fails a case that does not say so. */
  static List<Expectation> read(CaseValue expect, CaseWords words, Consumer<Runnable> collect) {
    List<Expectation> expectations = new ArrayList<>();
    Map<String, CaseValue> entries = expect.entries();
    if (entries.isEmpty()) {
      throw expect.problem("is empty: say what the answer must be");
    }
    entries.forEach(
        (key, value) ->
            collect.accept(
                () -> {
                  CaseWords.known(value, key, READERS.keySet(), "key of 'expect'");
                  expectations.add(READERS.get(key).read(value, words));
                }));
    if (!entries.containsKey(REFUSED)) {
      expectations.add(ExpectationKeys::notRefused);
    }
    return expectations;
  }

  /**
   * The words that stand there. What is expected of the second patient names rows of another
   * protocol, and covers none.
   */
  static Set<String> names(CaseValue expect) {
    Set<String> names = new HashSet<>();
    expect
        .entries()
        .forEach(
            (key, value) -> {
              names.add(key);
              if (!key.equals(CaseRequestReader.COMPANION)) {
                names.addAll(value.words());
              }
            });
    return names;
  }

  /** An expectation about an answer; of a request that was refused it says nothing. */
  static Expectation ofAnswer(BiConsumer<TriageResult, Consumer<String>> check) {
    return (answer, failure) -> {
      if (answer.result() != null) {
        check.accept(answer.result(), failure);
      }
    };
  }

  /**
   * A key whose value is a list of words.
   *
   * @param what what they are, for the failure
   * @param word reads and checks one wanted word
   * @param got what the answer says
   */
  static Reader words(
      String what,
      BiFunction<CaseValue, CaseWords, String> word,
      Function<TriageResult, List<String>> got,
      Comparison comparison) {
    return (value, words) -> {
      List<String> wanted = value.items().stream().map(item -> word.apply(item, words)).toList();
      return ofAnswer(
          (answer, failure) -> comparison.compare(what, wanted, got.apply(answer), failure));
    };
  }

  /** Every wanted one must be there. */
  static void all(
      String what, Collection<String> wanted, Collection<String> got, Consumer<String> failure) {
    List<String> lacking = wanted.stream().filter(one -> !got.contains(one)).toList();
    if (!lacking.isEmpty()) {
      failure.accept("expected " + what + " " + list(lacking) + ", got " + what + " " + got);
    }
  }

  /** None of these may be there. */
  static void none(
      String what, Collection<String> unwanted, Collection<String> got, Consumer<String> failure) {
    List<String> found = unwanted.stream().filter(got::contains).toList();
    if (!found.isEmpty()) {
      failure.accept("expected not " + what + " " + list(found) + ", got " + what + " " + got);
    }
  }

  /** These and no others, in any order. */
  static void exactly(
      String what, Collection<String> wanted, Collection<String> got, Consumer<String> failure) {
    all(what, wanted, got, failure);
    List<String> extra = got.stream().filter(one -> !wanted.contains(one)).toList();
    if (!extra.isEmpty()) {
      failure.accept("expected " + what + " no other than " + wanted + ", got also " + list(extra));
    }
  }

  static void same(String what, Object wanted, Object got, Consumer<String> failure) {
    if (!wanted.equals(got)) {
      failure.accept("expected " + what + " " + wanted + ", got " + got);
    }
  }

  private static String list(List<String> words) {
    return String.join(", ", words);
  }

  private static Expectation refused(List<String> codes) {
    return (answer, failure) -> {
      List<String> got = answer.refused().stream().map(RequestError::code).distinct().toList();
      all("refused", codes, got, failure);
    };
  }

  private static void notRefused(CaseAnswer answer, Consumer<String> failure) {
    if (answer.result() == null) {
      failure.accept(
          "expected an answer, the request was refused: "
              + answer.refused().stream()
                  .map(error -> error.path() + " " + error.message())
                  .collect(Collectors.joining("; ")));
    }
  }
}
