package org.denba.engine.rules;

/**
 * One thing that is wrong with a rule file.
 *
 * @param where the file, {@code file:row}, or {@code file:row:column} (of a YAML file the keys)
 * @param says what is wrong and what to do
 */
public record Problem(String where, String says) {

  /** The file, without row and column. */
  public String file() {
    int end = where.indexOf(':');
    return end < 0 ? where : where.substring(0, end);
  }

  @Override
  public String toString() {
    return where + ": " + says;
  }
}
