package org.denba.engine.verification;

import static org.denba.engine.verification.ExpectationKeys.ofAnswer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Because;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Status;

/** Expectations about the rows of the charts. */
final class RowExpectations {

  private static final String PROVED = "proved";
  private static final String NOT_RULED_OUT = "not-ruled-out";

  /** A comparison of wanted words with those of the answer. */
  @FunctionalInterface
  private interface Comparison {
    void compare(String what, List<String> wanted, List<String> got, Consumer<String> failure);
  }

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
    readers.put("provisional", rows("provisional", Classification::provisional, ExpectationKeys::all));
    readers.put("not-provisional", rows("provisional", Classification::provisional, ExpectationKeys::none));
    readers.put("held", rows("held", Classification::held, ExpectationKeys::all));
    readers.put("not-held", rows("held", Classification::held, ExpectationKeys::none));
    readers.put("row-urgency", ofRow((row, want) -> ExpectationKeys.same(row.rule() + " with urgency", want.value.text(), row.urgency().code(), want.failure)));
    readers.put("missing", ofRow((row, want) -> ExpectationKeys.all(row.rule() + " missing", want.value.texts(), row.missing(), want.failure)));
    readers.put("exactly-missing", ofRow((row, want) -> ExpectationKeys.exactly(row.rule() + " missing", want.value.texts(), row.missing(), want.failure)));
    readers.put("because", ofRow((row, want) -> ExpectationKeys.all(row.rule() + " because of", want.value.texts(), reasons(row), want.failure)));
    readers.put("because-not", ofRow((row, want) -> ExpectationKeys.none(row.rule() + " because of", want.value.texts(), reasons(row), want.failure)));
    readers.put("flags", ofRow((row, want) -> ExpectationKeys.all(row.rule() + " flags", want.value.texts(), row.flags(), want.failure)));
    return readers;
  }

  /** What is wanted of one row, and where to complain. */
  private record Wanted(CaseValue value, Consumer<String> failure) {}

  private static ExpectationKeys.Reader rows(String what, Predicate<Classification> which, Comparison comparison) {
    return (value, words) -> {
      List<String> wanted = value.items().stream().map(words::row).toList();
      return ofAnswer((answer, failure) -> comparison.compare(what, wanted, rules(answer, which), failure));
    };
  }

  /** A mapping from rows to what is wanted of each. */
  private static ExpectationKeys.Reader ofRow(BiConsumer<Classification, Wanted> check) {
    return (value, words) -> {
      Map<String, CaseValue> wanted = value.entries();
      wanted.forEach((row, one) -> words.row(one, row));
      return ofAnswer((answer, failure) -> wanted.forEach((row, one) -> check(answer, row, new Wanted(one, failure), check)));
    };
  }

  private static void check(TriageResult answer, String rule, Wanted wanted, BiConsumer<Classification, Wanted> check) {
    answer.classifications().stream()
        .filter(row -> row.rule().equals(rule))
        .findFirst()
        .ifPresentOrElse(
            row -> check.accept(row, wanted),
            () -> wanted.failure.accept("expected " + rule + " in the answer, got " + rules(answer, row -> true)));
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
