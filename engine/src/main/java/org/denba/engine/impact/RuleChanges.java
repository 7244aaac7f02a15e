package org.denba.engine.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.denba.engine.overlay.OverlayFiles;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * What differs between two sets of rule files, in the words of the field: rows by their ids and
 * lines by their names, wherever they stand.
 *
 * @param changes what decides about patients first, then words, cases and notes
 */
public record RuleChanges(List<RuleChange> changes) {

  private static final Comparator<RuleChange> ORDER =
      Comparator.comparing(RuleChange::part).thenComparing(RuleChange::file);

  public RuleChanges {
    changes = changes.stream().sorted(ORDER).toList();
  }

  /** Compares every file of both; a file that is only in one of them counts as added or removed. */
  public static RuleChanges between(RuleFiles before, RuleFiles after) {
    Set<String> paths = new TreeSet<>(before.list(""));
    paths.addAll(after.list(""));
    List<RuleChange> changes = new ArrayList<>();
    for (String path : paths) {
      if (path.endsWith(".lock") || path.contains("/.") || path.startsWith(".")) {
        continue; // what spreadsheets and editors leave behind
      }
      Optional<String> old = before.find(path);
      Optional<String> now = after.find(path);
      if (!old.equals(now)) {
        changes.addAll(ofFile(path, old, now));
      }
    }
    return new RuleChanges(changes);
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Whether anything changed that decides about patients. */
  public boolean touchesAnswers() {
    return changes.stream().anyMatch(change -> !change.isWording());
  }

  /** The paths of the files that differ. */
  public Set<String> files() {
    Set<String> files = new TreeSet<>();
    changes.forEach(change -> files.add(change.file()));
    return files;
  }

  private static List<RuleChange> ofFile(
      String path, Optional<String> before, Optional<String> after) {
    // compared in one order whichever is the older, so that there and back say the same
    if (before.orElse("").compareTo(after.orElse("")) > 0) {
      return ofFile(path, after, before).stream().map(RuleChange::reversed).toList();
    }
    String below = belowOverlay(path);
    RuleEntries old;
    RuleEntries now;
    try {
      old = before.map(text -> RuleEntryReader.read(below, text)).orElse(null);
      now = after.map(text -> RuleEntryReader.read(below, text)).orElse(null);
    } catch (RuleFileException e) {
      // a file that is not of its form is compared line by line: what changed is shown all the same
      RulePart part = RulePart.of(below, false);
      old = before.map(text -> RuleEntryReader.whole(part, below, text)).orElse(null);
      now = after.map(text -> RuleEntryReader.whole(part, below, text)).orElse(null);
    }
    List<RuleChange> changes =
        EntryComparison.of(
            path,
            old == null ? RuleEntries.none(now) : old,
            now == null ? RuleEntries.none(old) : now);
    return changes.isEmpty() ? List.of(layout(path, below)) : changes;
  }

  /** Only blanks, comments, the order of a table or what is for the rule engine differ. */
  private static RuleChange layout(String path, String below) {
    return new RuleChange(
        RulePart.of(below, false),
        RuleChange.Verb.CHANGED,
        path,
        "",
        "",
        RuleChange.LAYOUT,
        "",
        "");
  }

  private static String belowOverlay(String path) {
    if (!path.startsWith(OverlayFiles.FOLDER)) {
      return path;
    }
    int end = path.indexOf('/', OverlayFiles.FOLDER.length());
    return end < 0 ? path : path.substring(end + 1);
  }
}
