package org.denba.fhir.finding;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Guards arithmetic against numbers such as 1e999999999, which are short to send and do not fit
 * into memory once written out. No measurement comes near the limit; a number nearer to zero than
 * one trillionth is zero.
 */
final class SafeNumber {

  private static final double LARGEST = 1e12;
  private static final double SMALLEST = 1e-12;

  private SafeNumber() {}

  /** The number if it can be calculated with, or empty when it is larger than any measurement. */
  static Optional<BigDecimal> of(BigDecimal sent) {
    double size = Math.abs(sent.doubleValue());
    if (size > LARGEST) {
      return Optional.empty();
    }
    return Optional.of(size < SMALLEST ? BigDecimal.ZERO : sent);
  }
}
