package org.denba.fhir.mapping;

import ca.uhn.fhir.rest.api.EncodingEnum;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The two formats of FHIR that Denba reads and writes, with the media types that clients use for
 * them.
 */
public enum FhirFormat {
  JSON("application/fhir+json", EncodingEnum.JSON),
  XML("application/fhir+xml", EncodingEnum.XML);

  private static final Map<String, FhirFormat> NAMES =
      Map.of(
          "application/fhir+json", JSON,
          "application/json", JSON,
          "text/json", JSON,
          "json", JSON,
          "application/fhir+xml", XML,
          "application/xml", XML,
          "text/xml", XML,
          "xml", XML);

  private final String mediaType;
  private final EncodingEnum encoding;

  FhirFormat(String mediaType, EncodingEnum encoding) {
    this.mediaType = mediaType;
    this.encoding = encoding;
  }

  /** The FHIR media type, without parameters. */
  public String mediaType() {
    return mediaType;
  }

  public EncodingEnum encoding() {
    return encoding;
  }

  /**
   * The format of a media type or of a value of {@code _format}; parameters after a semicolon do
   * not matter, and neither does a plus sign that a URL turned into a space.
   */
  public static Optional<FhirFormat> of(String name) {
    int end = name.indexOf(';');
    String bare = (end < 0 ? name : name.substring(0, end)).strip().replace(' ', '+');
    return Optional.ofNullable(NAMES.get(bare.toLowerCase(Locale.ROOT)));
  }
}
