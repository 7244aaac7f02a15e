package org.denba.engine.immunisation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denba.engine.assessment.ParameterValues;

/**
 * An age or an interval as a calendar gives it: days and weeks are counted in days, months are
 * calendar months (the same day of the month, so many months later, or the last day of a shorter
 * month).
 *
 * @param count how many; not used where a parameter tells
 * @param parameter the parameter that tells how many, or empty
 * @param unit of what
 */
public record Span(int count, String parameter, Unit unit) {

  /** Days in a unit; a month has no fixed number of them. */
  public enum Unit {
    DAY("d", 1),
    WEEK("wk", 7),
    MONTH("mo", 0);

    private final String word;
    private final int days;

    Unit(String word, int days) {
      this.word = word;
      this.days = days;
    }
  }

  private static final Pattern FORM = Pattern.compile("(?:(\\d{1,5})|\\{([^{}]+)}) (\\S+)");

  /**
   * Reads {@code 42 d}, {@code 14 wk}, {@code 9 mo} or {@code {a.parameter} mo}.
   *
   * @param isNumber whether this is a parameter that holds a number
   * @return empty when the text is not of this form
   */
  static Optional<Span> parse(String text, Predicate<String> isNumber) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String parameter = form.group(2) == null ? "" : form.group(2);
    if (!parameter.isEmpty() && !isNumber.test(parameter)) {
      return Optional.empty();
    }
    int count = form.group(1) == null ? 0 : Integer.parseInt(form.group(1));
    for (Unit unit : Unit.values()) {
      if (unit.word.equals(form.group(3))) {
        return Optional.of(new Span(count, parameter, unit));
      }
    }
    return Optional.empty();
  }

  /** The day that lies this span after another. */
  LocalDate after(LocalDate day, ParameterValues parameters) {
    int wanted = parameter.isEmpty() ? count : (int) Double.parseDouble(parameters.text(parameter));
    return unit == Unit.MONTH ? day.plusMonths(wanted) : day.plusDays((long) wanted * unit.days);
  }
}
