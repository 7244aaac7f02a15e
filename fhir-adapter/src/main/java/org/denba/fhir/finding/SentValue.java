package org.denba.fhir.finding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a client sent for one data element, whatever the format it came in, before it is checked
 * against the dictionary. {@link FindingReader} makes a finding of it or says why it cannot.
 */
public sealed interface SentValue {

  /** True or false. */
  record Bool(boolean value) implements SentValue {}

  /** A number without a unit: it is meant in the element's own unit. */
  record Number(BigDecimal value) implements SentValue {
    public static Number of(long value) {
      return new Number(BigDecimal.valueOf(value));
    }
  }

  /**
   * A number with its unit.
   *
   * @param value the number in {@code unit}
   * @param unit a UCUM unit, or null or empty where the client left it out (which is an error: a
   *     bare {@link Number} is what is meant in the element's own unit)
   */
  record Quantity(BigDecimal value, String unit) implements SentValue {}

  /** A text: a code, a date, {@code yes}, {@code no}, {@code unknown} or {@code not-done}. */
  record Text(String value) implements SentValue {}

  /** The entries of a list element, each with its named values as text. */
  record Items(List<Map<String, String>> entries) implements SentValue {
    public Items {
      entries = List.copyOf(entries);
    }
  }

  /**
   * It was not done.
   *
   * @param reason one of {@link FindingReader#NOT_DONE_REASONS}, or null where none was told
   */
  record NotDone(String reason) implements SentValue {}

  /** Nothing, or said to be not known. */
  record Nothing() implements SentValue {}
}
