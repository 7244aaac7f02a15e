package org.denba.engine.protocol;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Rule texts that were read before. Of thousands of variants of a protocol each differs in one
 * file: the others are not read again. It keeps the first text of each file and what was read from
 * it. Safe to share between threads.
 */
public final class KnownTexts {

  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(String text, List<DroolsRule> rules) {}

  List<DroolsRule> rules(
      String path, String text, BiFunction<String, String, List<DroolsRule>> reader) {
    Known before = known.get(path);
    if (before != null && before.text().equals(text)) {
      return before.rules();
    }
    List<DroolsRule> rules = reader.apply(path, text);
    known.putIfAbsent(path, new Known(text, rules));
    return rules;
  }
}
