package org.denba.engine.verification;

import static org.denba.engine.verification.ExpectationKeys.ofAnswer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Because;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Status;

/** Expectations about the rows of the charts. */
final class RowExpectations {

  private static final String PROVED = "proved";
  private static final String NOT_RULED_OUT = "not-ruled-out";

  private static final List<String> COLOURS = List.of("pink", "yellow", "green");

  private RowExpectations() {}

  static Map<String, ExpectationKeys.Reader> readers() {
    Predicate<Classification> proved = row -> row.status() == Status.PROVED;
    Predicate<Classification> open = row -> row.status() == Status.NOT_RULED_OUT;
    Map<String, ExpectationKeys.Reader> readers = new LinkedHashMap<>();
    readers.put("proved", rows(PROVED, proved, ExpectationKeys::all));
    readers.put("not-proved", rows(PROVED, proved, ExpectationKeys::none));
    readers.put("exactly-proved", rows(PROVED, proved, ExpectationKeys::exactly));
    readers.put("not-ruled-out", rows(NOT_RULED_OUT, open, ExpectationKeys::all));
    readers.put("exactly-not-ruled-out", rows(NOT_RULED_OUT, open, ExpectationKeys::exactly));
    readers.put("ruled-out", rows("proved or not ruled out", row -> true, ExpectationKeys::none));
    readers.put(
        "provisional", rows("provisional", Classification::provisional, ExpectationKeys::all));
    readers.put(
        "not-provisional", rows("provisional", Classification::provisional, ExpectationKeys::none));
    readers.put("held", rows("held", Classification::held, ExpectationKeys::all));
    readers.put("not-held", rows("held", Classification::held, ExpectationKeys::none));
    readers.put(
        "row-urgency",
        ofRow(
            (value, words) -> words.urgency(value),
            row -> List.of(row.urgency().code()),
            "with urgency",
            ExpectationKeys::exactly));
    readers.put(
        "colour",
        ofRow(
            (value, words) -> CaseWords.known(value, value.text(), COLOURS, "colour of a row"),
            row -> List.of(row.colour().code()),
            "coloured",
            ExpectationKeys::exactly));
    readers.put(
        "classified",
        ofRow(
            (value, words) -> value.text(),
            row -> List.of(row.id()),
            "classified as",
            ExpectationKeys::exactly));
    readers.put(
        "missing",
        ofRow(
            (value, words) -> words.element(value).id(),
            Classification::missing,
            "missing",
            ExpectationKeys::all));
    readers.put(
        "exactly-missing",
        ofRow(
            (value, words) -> words.element(value).id(),
            Classification::missing,
            "missing",
            ExpectationKeys::exactly));
    readers.put(
        "because",
        ofRow(
            (value, words) -> words.reason(value),
            RowExpectations::reasons,
            "because of",
            ExpectationKeys::all));
    readers.put(
        "because-not",
        ofRow(
            (value, words) -> words.reason(value),
            RowExpectations::reasons,
            "because of",
            ExpectationKeys::none));
    readers.put(
        "flags",
        ofRow(
            (value, words) -> value.text(),
            Classification::flags,
            "flagged",
            ExpectationKeys::exactly));
    return readers;
  }

  private static ExpectationKeys.Reader rows(
      String what, Predicate<Classification> which, ExpectationKeys.Comparison comparison) {
    return ExpectationKeys.words(
        what, (value, words) -> words.row(value), answer -> rules(answer, which), comparison);
  }

  /**
   * A mapping from rows to what is wanted of each.
   *
   * @param word reads and checks one wanted word
   * @param got what the answer says of the row
   */
  private static ExpectationKeys.Reader ofRow(
      BiFunction<CaseValue, CaseWords, String> word,
      Function<Classification, List<String>> got,
      String what,
      ExpectationKeys.Comparison comparison) {
    return (value, words) -> {
      Map<String, List<String>> wanted = new LinkedHashMap<>();
      value
          .entries()
          .forEach(
              (row, one) ->
                  wanted.put(
                      words.row(one, row),
                      one.items().stream().map(item -> word.apply(item, words)).toList()));
      return ofAnswer(
          (answer, failure) ->
              wanted.forEach(
                  (rule, list) ->
                      find(answer, rule, failure)
                          .ifPresent(
                              row ->
                                  comparison.compare(
                                      rule + " " + what, list, got.apply(row), failure))));
    };
  }

  private static Optional<Classification> find(
      TriageResult answer, String rule, Consumer<String> failure) {
    Optional<Classification> found =
        answer.classifications().stream().filter(row -> row.rule().equals(rule)).findFirst();
    if (found.isEmpty()) {
      failure.accept("expected " + rule + " in the answer, got " + rules(answer, row -> true));
    }
    return found;
  }

  private static List<String> rules(TriageResult answer, Predicate<Classification> which) {
    return answer.classifications().stream().filter(which).map(Classification::rule).toList();
  }

  private static List<String> reasons(Classification row) {
    return row.because().stream().map(RowExpectations::reason).toList();
  }

  private static String reason(Because because) {
    return because.dataElement() != null ? because.dataElement() : because.parameter();
  }
}
