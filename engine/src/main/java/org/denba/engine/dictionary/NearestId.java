package org.denba.engine.dictionary;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the id that somebody most likely meant: a mistyped danger sign must not vanish. */
public final class NearestId {

  private NearestId() {}

  /**
   * The known id with the fewest edits from the given one, or empty when none is at all alike (more
   * than half of it differs).
   */
  public static Optional<String> of(String id, Collection<String> known) {
    String wanted = id.toLowerCase(Locale.ROOT).strip();
    if (wanted.length() > 100) {
      return Optional.empty();
    }
    return known.stream()
        .min(
            Comparator.<String>comparingInt(k -> edits(wanted, k.toLowerCase(Locale.ROOT)))
                .thenComparing(k -> !k.toLowerCase(Locale.ROOT).startsWith(wanted))
                .thenComparing(Comparator.naturalOrder()))
        .filter(
            best ->
                edits(wanted, best.toLowerCase(Locale.ROOT)) <= Math.max(2, wanted.length() / 2));
  }

  /** The nearest known id, if it takes at most so many edits. */
  public static Optional<String> within(int most, String id, Collection<String> known) {
    return of(id, known).filter(best -> edits(id.strip(), best) <= most);
  }

  /** Levenshtein distance. */
  private static int edits(String a, String b) {
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replace, 1 + Math.min(previous[j], current[j - 1]));
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[b.length()];
  }
}
