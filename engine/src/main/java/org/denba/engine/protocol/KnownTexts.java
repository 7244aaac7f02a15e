package org.denba.engine.protocol;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.denba.engine.rules.ProblemList;

/**
 * Rule texts that were read before. Of thousands of variants of a protocol each differs in one
 * file: the others are not read again. It keeps the first text of each file and what was read from
 * it. Safe to share between threads.
 */
public final class KnownTexts {

  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(String text, List<DroolsRule> rules) {}

  /** Reads the rules of a file. */
  interface Reader {
    List<DroolsRule> read(String path, String text, ProblemList problems);
  }

  /** What was read of this text before, or what is read now; a text with problems is not kept. */
  List<DroolsRule> rules(String path, String text, ProblemList problems, Reader reader) {
    Known before = known.get(path);
    if (before != null && before.text().equals(text)) {
      return before.rules();
    }
    ProblemList own = new ProblemList();
    List<DroolsRule> rules = reader.read(path, text, own);
    own.found().forEach(problem -> problems.add(problem.where(), problem.says()));
    if (own.isEmpty()) {
      known.putIfAbsent(path, new Known(text, rules));
    }
    return rules;
  }
}
