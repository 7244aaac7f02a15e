package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.condition.ConditionException;
import org.denba.engine.condition.Vocabulary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;

/**
 * A number of days as a rule file writes it: {@code 5}, {@code {imci.amox-fast-breathing-days}},
 * {@code until(ga-days, 182)} (how many days until a quantity that counts days gets there), {@code
 * latest(…; …)} of several, or the id of a quantity that holds the days. Several counts in one cell
 * stand one after the other with blanks between them: {@code 1 4}.
 */
public sealed interface DayCount {

  /** The days, or empty where they rest on something that is not known exactly. */
  OptionalInt days(Assessment assessment);

  /** A number. */
  record Fixed(int number) implements DayCount {
    @Override
    public OptionalInt days(Assessment assessment) {
      return OptionalInt.of(number);
    }
  }

  /** The value of a parameter. */
  record OfParameter(String id) implements DayCount {
    @Override
    public OptionalInt days(Assessment assessment) {
      return OptionalInt.of((int) Double.parseDouble(assessment.parameters().text(id)));
    }
  }

  /** The days until a quantity in days reaches a number; 0 where it has. */
  record Until(int slot, DayCount target) implements DayCount {
    @Override
    public OptionalInt days(Assessment assessment) {
      if (!assessment.isKnown(slot) || assessment.low(slot) != assessment.high(slot)) {
        return OptionalInt.empty();
      }
      int left = target.days(assessment).orElseThrow() - (int) assessment.low(slot);
      return OptionalInt.of(Math.max(0, left));
    }
  }

  /** A quantity that holds the number of days, or nothing. */
  record OfQuantity(int slot) implements DayCount {
    @Override
    public OptionalInt days(Assessment assessment) {
      return assessment.isKnown(slot) && assessment.low(slot) == assessment.high(slot)
          ? OptionalInt.of((int) assessment.low(slot))
          : OptionalInt.empty();
    }
  }

  /** The latest of those that are known. */
  record Latest(List<DayCount> counts) implements DayCount {
    @Override
    public OptionalInt days(Assessment assessment) {
      return counts.stream()
          .map(count -> count.days(assessment))
          .filter(OptionalInt::isPresent)
          .mapToInt(OptionalInt::getAsInt)
          .max();
    }
  }

  Pattern UNTIL = Pattern.compile("until\\(([a-z0-9-]+)[,;]([^()]+)\\)");
  Pattern LATEST = Pattern.compile("latest\\((.+)\\)");

  /**
   * @throws ConditionException when the cell is no count of days
   */
  static List<DayCount> read(String cell, Vocabulary words) {
    List<DayCount> counts = new ArrayList<>();
    // blanks separate counts, but for those after a comma or semicolon
    for (String count : cell.strip().replaceAll("([,;(])\\s+", "$1").split("\\s+")) {
      if (!count.isEmpty()) {
        counts.add(one(count, words));
      }
    }
    return List.copyOf(counts);
  }

  private static DayCount one(String count, Vocabulary words) {
    if (count.matches("\\d{1,4}")) {
      return new Fixed(Integer.parseInt(count));
    }
    if (count.startsWith("{") && count.endsWith("}")) {
      String id = count.substring(1, count.length() - 1);
      if (!words.isNumeric(words.parameter(id))) {
        throw new ConditionException("the parameter '" + id + "' is no number of days");
      }
      return new OfParameter(id);
    }
    Matcher until = UNTIL.matcher(count);
    if (until.matches()) {
      return new Until(quantity(until.group(1), words), one(until.group(2), words));
    }
    Matcher latest = LATEST.matcher(count);
    if (latest.matches()) {
      List<DayCount> counts = new ArrayList<>();
      for (String part : latest.group(1).split(";")) {
        counts.add(one(part, words));
      }
      return new Latest(List.copyOf(counts));
    }
    if (count.matches("[a-z][a-z0-9-]+-[a-z0-9-]+")) {
      return new OfQuantity(quantity(count, words));
    }
    throw new ConditionException(
        "'"
            + count
            + "' is no number of days: write 5, a parameter in braces, until(quantity, days) or"
            + " latest(…; …)");
  }

  private static int quantity(String id, Vocabulary words) {
    DataElement element = words.element(id);
    if (element.type() != ElementType.QUANTITY) {
      throw new ConditionException("'" + element.id() + "' counts no days");
    }
    return element.index();
  }
}
