package org.denba.engine.growth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A fingerprint of a whole table, so that a shipped table can be checked where the reference is not
 * at hand.
 */
final class GridDigest {

  private GridDigest() {}

  /**
   * Key to one decimal, L and M to four, S to five: the decimals in which the figures are
   * published.
   */
  static String line(Sex sex, double key, double l, double m, double s) {
    return String.format(Locale.ROOT, "%s,%.1f,%.4f,%.4f,%.5f%n", sex, key, l, m, s)
        .replace("\r\n", "\n");
  }

  static String of(Stream<String> lines) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      lines.forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
