package org.denba.fhir.json;

import java.util.regex.Pattern;
import org.denba.fhir.problem.UnreadableBodyException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses JSON as RFC 8259 has it and nothing else: no NaN, no comments, no second key of one name,
 * nothing after the end; nesting, numbers and texts are bounded. Numbers are decimal, so that 38.5
 * is 38.5. Thread-safe.
 */
public final class StrictJson {

  private static final int DEEPEST = 32;
  private static final int LONGEST_NUMBER = 100;
  private static final int LONGEST_NAME = 1_000;
  private static final int LONGEST_TEXT = 100_000;

  private static final Pattern PROGRAMMERS =
      Pattern.compile(", from `[^`]*`| \\((start marker at|not recognized as one since).*");

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxNameLength(LONGEST_NAME)
                          .maxStringLength(LONGEST_TEXT)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * @throws UnreadableBodyException with line and column when the bytes are not one JSON text
   *     within the limits
   */
  public JsonNode parse(byte[] json) {
    try {
      JsonNode node = mapper.readTree(json);
      if (node == null || node.isMissingNode()) {
        throw new UnreadableBodyException("the body is empty: send a JSON object");
      }
      return node;
    } catch (JacksonException e) {
      throw new UnreadableBodyException(place(e.getLocation()) + plain(e.getOriginalMessage()));
    }
  }

  private static String place(TokenStreamLocation at) {
    return at == null || at.getLineNr() < 1
        ? ""
        : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
  }

  /** The parser's message without what only says something to its programmers. */
  private static String plain(String message) {
    if (message.startsWith("Trailing token")) {
      return "there is something after the end of the JSON: send one object";
    }
    if (message.startsWith("Non-standard token")) {
      return "NaN and Infinity are not JSON: send null for what is not known";
    }
    return PROGRAMMERS.matcher(message).replaceAll("");
  }
}
