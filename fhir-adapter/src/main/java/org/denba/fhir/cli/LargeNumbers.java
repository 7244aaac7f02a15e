package org.denba.fhir.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Locale;

/** Writes numbers of combinations so that they can be read. */
final class LargeNumbers {

  private static final BigInteger WRITTEN_OUT = BigInteger.valueOf(1_000_000);
  private static final String SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** {@code 12,345}, or {@code 2.2 × 10¹⁵} from a million on. */
  public String words(BigInteger number) {
    if (number.compareTo(WRITTEN_OUT) < 0) {
      return String.format(Locale.ROOT, "%,d", number);
    }
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(2));
    int power = rounded.precision() - rounded.scale() - 1;
    StringBuilder words = new StringBuilder();
    words.append(rounded.movePointLeft(power).setScale(1).toPlainString()).append(" × 10");
    Integer.toString(power).chars().forEach(digit -> words.append(SUPERSCRIPT.charAt(digit - '0')));
    return words.toString();
  }
}
