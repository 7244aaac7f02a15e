package org.denba.engine.text;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Writes numbers as one language does (11.25 in English, 11,25 in French). The signs are looked up
 * once, so that writing a number costs next to nothing. Digits are always 0 to 9: a dose is never
 * written with two sets of digits.
 *
 * @param decimal what stands before the fraction
 * @param grouping what stands between thousands; only numbers from 10 000 on are grouped
 */
record NumberText(char decimal, char grouping) {

  private static final int DECIMALS = 3;
  private static final long SCALE = 1000;
  private static final double LARGEST = 1e12;
  private static final long GROUP_FROM = 10_000;

  static NumberText of(String language) {
    DecimalFormatSymbols symbols =
        DecimalFormatSymbols.getInstance(Locale.forLanguageTag(language));
    return new NumberText(symbols.getDecimalSeparator(), symbols.getGroupingSeparator());
  }

  /**
   * Appends the number with at most three decimals (half away from zero), without closing zeros.
   *
   * @throws IllegalArgumentException when it is not finite: an unknown number is never written
   */
  void append(StringBuilder out, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a finite number: " + value);
    }
    if (Math.abs(value) >= LARGEST) {
      out.append(new BigDecimal(value).toBigInteger());
      return;
    }
    long scaled = Math.round(Math.abs(value) * SCALE);
    if (value < 0 && scaled != 0) {
      out.append('-');
    }
    append(out, scaled / SCALE);
    long fraction = scaled % SCALE;
    if (fraction != 0) {
      out.append(decimal);
      long digit = SCALE / 10;
      for (int i = 0; i < DECIMALS && fraction != 0; i++, digit /= 10) {
        out.append((char) ('0' + fraction / digit));
        fraction %= digit;
      }
    }
  }

  /** Appends a whole number. */
  void append(StringBuilder out, long value) {
    if (Math.abs(value) < GROUP_FROM) {
      out.append(value);
    } else {
      appendGrouped(out, value);
    }
  }

  private void appendGrouped(StringBuilder out, long value) {
    if (Math.abs(value) < 1000) {
      out.append(value);
      return;
    }
    appendGrouped(out, value / 1000);
    long rest = Math.abs(value % 1000);
    out.append(grouping);
    out.append((char) ('0' + rest / 100));
    out.append((char) ('0' + rest / 10 % 10));
    out.append((char) ('0' + rest % 10));
  }
}
