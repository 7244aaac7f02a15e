package org.denba.engine.protocol;

import java.util.List;
import java.util.Map;

/**
 * A Drools rule as the file says it, before its words are looked up.
 *
 * @param where file and row of a decision table, or file and line of a DRL file
 * @param name the rule's name
 * @param annotations its annotations ({@code @Row}, {@code @Source} …)
 * @param constraints the constraints of its one pattern; all must hold
 */
record DroolsRule(
    String where, String name, Map<String, String> annotations, List<String> constraints) {

  String annotation(String key) {
    return annotations.getOrDefault(key, "");
  }
}
