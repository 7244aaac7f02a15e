package org.denba.fhir.finding;

import java.util.Collection;
import org.denba.engine.dictionary.NearestId;

/**
 * Repeats what a client sent in a message to it: short, in quotes and without control characters.
 */
public final class Quoted {

  private static final int LONGEST = 60;

  private Quoted() {}

  public static String of(String sent) {
    return "'" + path(sent) + "'";
  }

  /** The same without quotes, for a path. */
  public static String path(String sent) {
    boolean cut = sent.length() > LONGEST;
    StringBuilder shown = new StringBuilder();
    (cut ? sent.substring(0, LONGEST) : sent)
        .codePoints()
        .map(c -> isShown(c) ? c : '\uFFFD')
        .forEach(shown::appendCodePoint);
    return cut ? shown + "…" : shown.toString();
  }

  /** " (did you mean '…'?)", or nothing where no known text is near. */
  public static String nearest(String sent, Collection<String> known) {
    return NearestId.of(sent, known).map(near -> " (did you mean '" + near + "'?)").orElse("");
  }

  private static boolean isShown(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
