package org.denba.examples;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer without what changes with every edit of a rule or every release: the digest of the
 * rules (also inside the Binary of a FHIR answer), the names that a FHIR answer makes from its own
 * bytes, and the version of the software.
 */
final class Masked {

  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final Pattern BINARY =
      Pattern.compile("(?<=\"data\":\"|<data value=\")[A-Za-z0-9+/=]+(?=\")");
  private static final Pattern NAME = Pattern.compile("urn:uuid:[0-9a-f-]{36}");
  private static final Pattern SOFTWARE =
      Pattern.compile("(?<=\"display\":\"Denba |<display value=\"Denba )[^\" ]+(?=\")");

  private Masked() {}

  /**
   * @param answer the body as it came
   * @param request the request, whose names are kept
   */
  static String of(String answer, String request) {
    Map<String, String> names = new HashMap<>();
    UnaryOperator<String> name =
        sent -> request.contains(sent) ? sent : names.computeIfAbsent(sent, s -> name(names));
    return replace(
        NAME,
        replace(SOFTWARE, digests(replace(BINARY, answer, Masked::binary)), version -> "…"),
        name);
  }

  private static String name(Map<String, String> names) {
    return "urn:uuid:00000000-0000-4000-8000-%012d".formatted(names.size() + 1);
  }

  private static String binary(String base64) {
    String json = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(digests(json).getBytes(StandardCharsets.UTF_8));
  }

  /** Any text without digests of rules. */
  static String digests(String text) {
    return replace(DIGEST, text, digest -> "sha256:…");
  }

  private static String replace(Pattern pattern, String text, UnaryOperator<String> by) {
    return pattern.matcher(text).replaceAll(match -> quoted(match, by));
  }

  private static String quoted(MatchResult match, UnaryOperator<String> by) {
    return Matcher.quoteReplacement(by.apply(match.group()));
  }
}
