package org.denba.engine.verification;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.rules.RuleFileException;

/**
 * Reads what was found in a case: {@code yes}/{@code no}, a number in the element's own unit
 * ({@code 36.5..37.2} where it is known only so far), a code, a date or {@code {daysAgo: 180}},
 * {@code unknown}, {@code not-done} or {@code {notDone: no-device}}.
 */
final class FindingReader {

  private static final String UNKNOWN = "unknown";
  private static final String NOT_DONE_WORD = "not-done";
  private static final String NOT_DONE = "notDone";
  private static final String DAYS_AGO = "daysAgo";
  private static final List<String> REASONS =
      List.of(
          "no-device", "refused", "child-agitated", "not-feasible", Finding.NotDone.UNSPECIFIED);

  private final CaseWords words;

  FindingReader(CaseWords words) {
    this.words = words;
  }

  /**
   * @param date day of the assessment
   * @throws RuleFileException when an element is not known or cannot have the value
   */
  Map<String, Finding> read(CaseValue findings, LocalDate date) {
    Map<String, Finding> read = new LinkedHashMap<>();
    findings
        .entries()
        .forEach((id, value) -> read.put(id, finding(words.element(value, id), value, date)));
    return read;
  }

  private Finding finding(DataElement element, CaseValue value, LocalDate date) {
    if (element.derived()) {
      throw value.problem("is worked out from other findings: write those instead");
    }
    if (value.value() == null || UNKNOWN.equals(value.value())) {
      return new Finding.Unknown();
    }
    if (NOT_DONE_WORD.equals(value.value())) {
      return new Finding.NotDone(Finding.NotDone.UNSPECIFIED);
    }
    if (value.isMap() && value.entries().containsKey(NOT_DONE)) {
      CaseValue reason = value.entries().get(NOT_DONE);
      return new Finding.NotDone(CaseWords.known(reason, reason.text(), REASONS, "reason"));
    }
    return switch (element.type()) {
      case BOOLEAN -> new Finding.Answer(value.flag());
      case QUANTITY -> new Finding.Quantity(value.interval());
      case CODED -> new Finding.Code(code(element, value));
      case DATE -> new Finding.Day(day(value, date));
      case LIST ->
          new Finding.Entries(value.items().stream().map(item -> entry(item, date)).toList());
    };
  }

  private static String code(DataElement element, CaseValue value) {
    String code = value.text();
    return element.codes().isEmpty()
        ? code
        : CaseWords.known(
            value, code, element.codes(), "code of '" + element.id() + "' " + element.codes());
  }

  /** A date, or days counted back from the visit. */
  static LocalDate day(CaseValue value, LocalDate date) {
    if (value.isMap()) {
      CaseValue days = value.entries().get(DAYS_AGO);
      if (days == null) {
        throw value.problem("must be a date, or {daysAgo: 180}");
      }
      return date.minusDays(days.integer());
    }
    return value.date();
  }

  private static Map<String, String> entry(CaseValue item, LocalDate date) {
    Map<String, String> entry = new LinkedHashMap<>();
    item.entries()
        .forEach(
            (key, value) ->
                entry.put(key, value.isMap() ? day(value, date).toString() : value.text()));
    return entry;
  }
}
