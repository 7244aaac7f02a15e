package org.denba.engine.verification;

import static org.denba.engine.verification.ExpectationKeys.ofAnswer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Question;
import org.denba.engine.triage.Warning;

/** Expectations about the answer as a whole. */
final class AnswerExpectations {

  private static final String ASKS = "asks";
  private static final String WARNINGS = "warnings";
  private static final String NO_REFERRAL = "none";

  private AnswerExpectations() {}

  static Map<String, ExpectationKeys.Reader> readers() {
    Map<String, ExpectationKeys.Reader> readers = new LinkedHashMap<>();
    readers.put("urgency", urgency("urgency", TriageResult::urgency));
    readers.put("could-be", urgency("could-be", TriageResult::couldBe));
    readers.put("decided", flag("decided", TriageResult::decided));
    readers.put("complete", flag("complete", TriageResult::complete));
    readers.put(
        "protocol",
        (value, words) -> {
          String wanted = value.text();
          return ofAnswer(
              (answer, failure) ->
                  ExpectationKeys.same("protocol", wanted, answer.protocol().id(), failure));
        });
    readers.put(ASKS, questions(ExpectationKeys::all));
    readers.put("asks-not", questions(ExpectationKeys::none));
    readers.put("exactly-asks", questions(ExpectationKeys::exactly));
    readers.put(WARNINGS, warnings(ExpectationKeys::all));
    readers.put("warnings-not", warnings(ExpectationKeys::none));
    readers.put("referral", AnswerExpectations::referral);
    readers.put("destination", AnswerExpectations::destination);
    readers.put(CaseRequestReader.COMPANION, AnswerExpectations::companion);
    return readers;
  }

  private static ExpectationKeys.Reader urgency(String what, Function<TriageResult, Urgency> got) {
    return (value, words) -> {
      String wanted = words.urgency(value);
      return ofAnswer(
          (answer, failure) ->
              ExpectationKeys.same(what, wanted, got.apply(answer).code(), failure));
    };
  }

  private static ExpectationKeys.Reader flag(String what, Function<TriageResult, Boolean> got) {
    return (value, words) -> {
      boolean wanted = value.flag();
      return ofAnswer(
          (answer, failure) -> {
            if (got.apply(answer) != wanted) {
              failure.accept(
                  "expected "
                      + (wanted ? "" : "not ")
                      + what
                      + ", got the contrary; it asks "
                      + asked(answer));
            }
          });
    };
  }

  private static Expectation referral(CaseValue value, CaseWords words) {
    String wanted = value.text().equals(NO_REFERRAL) ? NO_REFERRAL : words.urgency(value);
    return ofAnswer(
        (answer, failure) ->
            ExpectationKeys.same(
                "referral",
                wanted,
                answer.referral() == null ? NO_REFERRAL : answer.referral().urgency().code(),
                failure));
  }

  /** Words that the place where the patient is referred to must be called by. */
  private static Expectation destination(CaseValue value, CaseWords words) {
    String wanted = value.text();
    return ofAnswer(
        (answer, failure) -> {
          String got = answer.referral() == null ? NO_REFERRAL : answer.referral().destination();
          if (!got.contains(wanted)) {
            failure.accept("expected destination '" + wanted + "', got '" + got + "'");
          }
        });
  }

  /** The same keys of the answer for the second patient. */
  private static Expectation companion(CaseValue value, CaseWords words) {
    List<Expectation> wanted = ExpectationKeys.read(value, words.ofSecondPatient(), Runnable::run);
    return ofAnswer(
        (answer, failure) -> {
          if (answer.companion() == null) {
            failure.accept("expected an answer for the second patient, got none");
            return;
          }
          CaseAnswer second = new CaseAnswer(answer.companion(), List.of());
          wanted.forEach(
              each -> each.check(second, line -> failure.accept("second patient: " + line)));
        });
  }

  private static ExpectationKeys.Reader questions(ExpectationKeys.Comparison comparison) {
    return ExpectationKeys.words(
        ASKS, (value, words) -> words.element(value).id(), AnswerExpectations::asked, comparison);
  }

  private static ExpectationKeys.Reader warnings(ExpectationKeys.Comparison comparison) {
    return ExpectationKeys.words(
        WARNINGS, (value, words) -> words.warning(value), AnswerExpectations::warned, comparison);
  }

  private static List<String> asked(TriageResult answer) {
    return answer.stillToAssess().stream().map(Question::dataElement).toList();
  }

  private static List<String> warned(TriageResult answer) {
    return answer.warnings().stream().map(Warning::code).toList();
  }
}
