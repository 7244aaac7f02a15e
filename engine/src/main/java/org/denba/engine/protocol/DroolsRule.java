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
 * @param cells where they stand in a decision table
 */
record DroolsRule(
    String where,
    String name,
    Map<String, String> annotations,
    List<String> constraints,
    CellPlaces cells) {

  String annotation(String key) {
    return annotations.getOrDefault(key, "");
  }

  /** Where an annotation stands: file, row and column. */
  String at(String annotation) {
    return at(where, cells.annotations().getOrDefault(annotation, ""));
  }

  /** Where a constraint stands. */
  String atConstraint(int index) {
    return cells.constraints().isEmpty() ? where : where + ":" + cells.constraints().get(index);
  }

  private static String at(String where, String column) {
    return column.isEmpty() ? where : where + ":" + column;
  }
}
