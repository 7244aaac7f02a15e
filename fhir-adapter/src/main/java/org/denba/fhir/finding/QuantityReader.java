package org.denba.fhir.finding;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.denba.engine.assessment.Finding;

/** Reads measurements and counts into the element's own unit. */
final class QuantityReader {

  private static final Pattern NUMBER_AS_TEXT = Pattern.compile("[+-]?\\d{1,15}([.,]\\d{1,15})?");
  private static final Pattern NO_NUMBER = Pattern.compile("[+-]?(NaN|Infinity|INF)");

  private final UcumUnits units;

  QuantityReader(UcumUnits units) {
    this.units = units;
  }

  Optional<Finding> read(SentValue value, ReadAt at) {
    if (value instanceof SentValue.Number number) {
      return finding(number.value(), at.element().unit(), at);
    }
    if (value instanceof SentValue.Quantity quantity) {
      if (quantity.unit() == null || quantity.unit().isBlank()) {
        return at.error(
            "unit-missing",
            "has a value and no unit: add the unit, or send the number alone if it is in "
                + at.element().unit());
      }
      return finding(quantity.value(), quantity.unit().strip(), at);
    }
    if (value instanceof SentValue.Text text) {
      return text(text.value().strip(), at);
    }
    return at.wrongType(value, wanted(at));
  }

  private Optional<Finding> finding(BigDecimal number, String unit, ReadAt at) {
    Optional<BigDecimal> safe = SafeNumber.of(number);
    if (safe.isEmpty()) {
      return at.error("not-a-number", "is larger than any measurement: send " + wanted(at));
    }
    Optional<BigDecimal> converted = units.convert(safe.get(), unit, at.element().unit());
    if (converted.isEmpty()) {
      return at.error(
          "unit-not-convertible",
          "unit "
              + Quoted.of(unit)
              + " does not convert to "
              + at.element().unit()
              + ": send "
              + wanted(at)
              + ", or in a UCUM unit of the same kind");
    }
    return Optional.of(Finding.Quantity.of(converted.get().doubleValue()));
  }

  private static Optional<Finding> text(String text, ReadAt at) {
    if (NO_NUMBER.matcher(text).matches()) {
      return at.error(
          "not-a-number",
          text + " is no measurement: send " + wanted(at) + ", or null when it is not known");
    }
    if (NUMBER_AS_TEXT.matcher(text).matches()) {
      return at.error(
          "wrong-type",
          "is the text \""
              + text
              + "\": send the number "
              + text.replace(',', '.')
              + " without quotes");
    }
    return at.wrongType(new SentValue.Text(text), wanted(at));
  }

  private static String wanted(ReadAt at) {
    return "a number in " + at.element().unit();
  }
}
