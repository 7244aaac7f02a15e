package org.denba.fhir.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.denba.fhir.mapping.FhirFormat;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/**
 * Which format a body is in and which one the answer is wanted in: {@code Content-Type}, {@code
 * _format}, {@code Accept}.
 */
final class Negotiation {

  private static final String FORMAT = "_format";

  private Negotiation() {}

  /**
   * @throws ProblemException {@link ProblemKind#WRONG_MEDIA_TYPE} when the body is not said to be
   *     FHIR in JSON or XML
   */
  static FhirFormat in(HttpServletRequest request) {
    return Optional.ofNullable(request.getContentType())
        .flatMap(FhirFormat::of)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemKind.WRONG_MEDIA_TYPE,
                    "send the header Content-Type: application/fhir+json or application/fhir+xml"));
  }

  /**
   * The format of the answer; that of the body, else JSON, where the client has no preference.
   *
   * @throws ProblemException {@link ProblemKind#NOT_ACCEPTABLE} when the client takes neither
   *     format
   */
  static FhirFormat out(HttpServletRequest request) {
    Optional<FhirFormat> asked = asked(request);
    if (asked.isEmpty()) {
      throw new ProblemException(
          ProblemKind.NOT_ACCEPTABLE,
          "send the header Accept: application/fhir+json or application/fhir+xml, or leave it out");
    }
    return asked.get();
  }

  /** The format for an error: as {@link #out}, and JSON where the client takes neither. */
  static FhirFormat outForError(HttpServletRequest request) {
    return asked(request).orElse(FhirFormat.JSON);
  }

  private static Optional<FhirFormat> asked(HttpServletRequest request) {
    String format = request.getParameter(FORMAT);
    if (format != null) {
      return FhirFormat.of(format);
    }
    FhirFormat preferred =
        Optional.ofNullable(request.getContentType())
            .flatMap(FhirFormat::of)
            .orElse(FhirFormat.JSON);
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    if (accept == null || accept.isBlank()) {
      return Optional.of(preferred);
    }
    for (MediaType type : types(accept)) {
      if (type.isWildcardType()
          || type.getType().equals("application") && type.isWildcardSubtype()) {
        return Optional.of(preferred);
      }
      Optional<FhirFormat> named = FhirFormat.of(type.getType() + "/" + type.getSubtype());
      if (named.isPresent()) {
        return named;
      }
    }
    return Optional.empty();
  }

  /**
   * The types that a client takes, the most wanted first; a header that cannot be read names none.
   */
  private static List<MediaType> types(String accept) {
    try {
      List<MediaType> types = new ArrayList<>(MediaType.parseMediaTypes(accept));
      types.removeIf(type -> type.getQualityValue() == 0);
      MimeTypeUtils.sortBySpecificity(types);
      types.sort(Comparator.comparingDouble(MediaType::getQualityValue).reversed());
      return types;
    } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
      // What cannot be read excludes nothing: the client gets the default format.
      return List.of(MediaType.ALL);
    }
  }
}
