package org.denba.engine.impact;

import java.util.ArrayList;
import java.util.List;

/** The parts of a condition that are joined by commas, outside brackets and quotes. */
final class Conjuncts {

  private Conjuncts() {}

  /** What one condition says and the other does not. */
  static String only(String condition, String other) {
    List<String> own = new ArrayList<>(split(condition));
    split(other).forEach(own::remove);
    return String.join(", ", own);
  }

  static List<String> split(String condition) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (char c : condition.toCharArray()) {
      quoted ^= c == '"';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0 && !quoted) {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    if (!part.toString().isBlank()) {
      parts.add(part.toString().strip());
    }
    return parts;
  }
}
