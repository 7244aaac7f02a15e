package org.denba.engine.overlay;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.denba.engine.dictionary.NearestId;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.text.Texts;

/**
 * Refuses texts of an overlay that change nothing, or not alike in all languages: a mistyped key
 * would leave the old words in place without a sign.
 */
public final class OverlayTexts {

  private static final String SHARED = "texts";
  private static final String DESTINATION = "destination.";

  private final OverlayFiles files;
  private final Collection<String> languages;

  public OverlayTexts(OverlayFiles files, Collection<String> languages) {
    this.files = files;
    this.languages = languages;
  }

  /** Checks the folders that belong to no protocol ({@code texts}, {@code doses}). */
  public void checkShared(Collection<String> protocols) {
    for (String folder : files.textFolders()) {
      if (!protocols.contains(folder)) {
        check(folder, Set.of(), Set.of());
      }
    }
  }

  /**
   * Checks the texts of a protocol.
   *
   * @param wanted the keys that the protocol asks for as the overlay has it
   * @param rows its rows: each may have destinations of its own
   * @throws RuleFileException naming every key that is wrong
   */
  public void check(String protocol, Set<String> wanted, Set<String> rows) {
    if (!files.textFolders().contains(protocol)) {
      return;
    }
    String folder = files.folder() + protocol;
    Texts below = Texts.load(files.base(), languages, protocol);
    Texts own = Texts.load(files.base(), languages, folder);
    Set<String> known = new TreeSet<>(wanted);
    below.keys().values().forEach(known::addAll);
    Set<String> destinations = destinations(rows);
    known.addAll(destinations);
    Set<String> keys = new TreeSet<>();
    own.keys().values().forEach(keys::addAll);

    ProblemList problems = new ProblemList();
    own.check().forEach(problem -> problems.add(problem.where(), problem.says()));
    for (String key : keys) {
      if (below.has(key) && !own.placeholders(key).equals(below.placeholders(key))) {
        problems.add(
            own.where(key),
            "'"
                + key
                + "' has the placeholders "
                + own.placeholders(key)
                + ", the text that it replaces has "
                + below.placeholders(key));
      } else if (!known.contains(key)) {
        problems.add(
            own.where(key),
            "'"
                + key
                + "' replaces no text of "
                + protocol
                + NearestId.of(key, known).map(near -> ", perhaps '" + near + "'").orElse(""));
      }
    }
    problems.throwIfAny(folder + "/texts");
  }

  /** {@code destination.<setting>.<row>}: where a row refers to, if not where others do. */
  private Set<String> destinations(Set<String> rows) {
    Set<String> keys = new TreeSet<>();
    for (String key : Texts.load(files.base(), languages, SHARED).keys().get(first())) {
      if (key.startsWith(DESTINATION)) {
        rows.forEach(row -> keys.add(key + "." + row));
      }
    }
    return keys;
  }

  private String first() {
    return languages.iterator().next();
  }
}
