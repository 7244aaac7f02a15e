package org.denba.engine.impact;

/**
 * One thing that differs between two sets of rule files.
 *
 * @param part what kind of rule it is
 * @param verb what happened to it
 * @param file the file, below the rules root
 * @param id what it is about: a row, a derived sign, a parameter, a text key, a case
 * @param line the line of a row, the rule of a derived sign, the band of a dose; empty where there
 *     is only one
 * @param aspect the column, or the part of an entry; empty where the whole was added, removed or
 *     moved
 * @param from what stood there, or after which one it stood; empty for what was added
 * @param to what stands there now, or after which one; empty for what was removed
 */
public record RuleChange(
    RulePart part,
    Verb verb,
    String file,
    String id,
    String line,
    String aspect,
    String from,
    String to) {

  /** The aspect of a file of which only blanks, comments or the order of its lines differ. */
  static final String LAYOUT = "layout";

  /** The column that names the publication. */
  private static final String SOURCE = "source";

  /** What happened. */
  public enum Verb {
    ADDED,
    REMOVED,
    CHANGED,
    MOVED;

    /** The code in message keys. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    private Verb reversed() {
      return this == ADDED ? REMOVED : this == REMOVED ? ADDED : this;
    }
  }

  /** The change that takes this one back. */
  public RuleChange reversed() {
    return new RuleChange(part, verb.reversed(), file, id, line, aspect, to, from);
  }

  /** Whether a dose table is another one in more than its layout and where it was taken from. */
  public boolean isDose() {
    return part == RulePart.DOSE && !aspect.equals(LAYOUT) && !aspect.equals(SOURCE);
  }

  /** Whether only words, cases or notes changed, nothing that decides about a patient. */
  public boolean isWording() {
    return part == RulePart.TEXT
        || part == RulePart.CASE
        || part == RulePart.COHORT
        || part == RulePart.NOTES;
  }
}
