package org.denba.fhir.protocols;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Language codes as clients send them: {@code fr}, {@code fr-ML}, or a header with several in order
 * of preference.
 */
public final class LanguageTag {

  /** The language of answers where a client asks for none. */
  public static final String DEFAULT = "en";

  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,5}");
  private static final int LONGEST_HEADER = 200;

  private LanguageTag() {}

  /**
   * The language of a tag without its region ({@code fr} of {@code fr-ML}), or empty when the text
   * is no tag.
   */
  public static Optional<String> language(String tag) {
    if (!TAG.matcher(tag).matches()) {
      return Optional.empty();
    }
    return Optional.of(tag.split("[-_]")[0].toLowerCase(Locale.ROOT));
  }

  /**
   * The language of an {@code Accept-Language} header that is served, in the client's order of
   * preference; English when the header is absent, names none of them or cannot be read.
   */
  public static String preferred(String header, List<String> served) {
    if (header == null || header.length() > LONGEST_HEADER) {
      return DEFAULT;
    }
    try {
      return Locale.LanguageRange.parse(header).stream()
          .filter(range -> range.getWeight() > 0)
          .flatMap(range -> language(range.getRange()).stream())
          .filter(served::contains)
          .findFirst()
          .orElse(DEFAULT);
    } catch (IllegalArgumentException e) {
      // A header that is no list of languages says nothing about what its sender reads.
      return DEFAULT;
    }
  }
}
