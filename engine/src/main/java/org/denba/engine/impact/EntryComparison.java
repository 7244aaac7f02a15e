package org.denba.engine.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.denba.engine.impact.RuleChange.Verb;

/** Compares two versions of one rule file entry by entry. One use. */
final class EntryComparison {

  private static final double ALIKE = 0.5;

  private final String file;
  private final RuleEntries before;
  private final RuleEntries after;
  private final Map<RuleEntry, RuleEntry> pairs = new java.util.IdentityHashMap<>();
  private final Map<RuleEntry, RuleEntry> back = new java.util.IdentityHashMap<>();
  private final List<RuleChange> changes = new ArrayList<>();

  private EntryComparison(String file, RuleEntries before, RuleEntries after) {
    this.file = file;
    this.before = before;
    this.after = after;
  }

  static List<RuleChange> of(String file, RuleEntries before, RuleEntries after) {
    return new EntryComparison(file, before, after).changes();
  }

  private List<RuleChange> changes() {
    pair();
    titles();
    lost(before, after, pairs, Verb.REMOVED);
    lost(after, before, back, Verb.ADDED);
    if (before.ordered()) {
      moved();
    }
    for (RuleEntry old : before.entries()) {
      RuleEntry now = pairs.get(old);
      if (now != null) {
        cells(old, now);
      }
    }
    return changes;
  }

  /** The surest first: what says the same under its old name, under another, the old name alone. */
  private void pair() {
    pairWhere((a, b) -> a.line().equals(b.line()) && a.cells().equals(b.cells()));
    pairWhere((a, b) -> a.cells().equals(b.cells()));
    pairWhere((a, b) -> a.line().equals(b.line()) && !a.line().isEmpty());
    pairWhere((a, b) -> a.likeness(b) >= ALIKE);
    // one before and one after of the same id are the same thing, however much it changed
    pairWhere((a, b) -> !before.ordered() && alone(before, pairs, a) && alone(after, back, b));
  }

  private static boolean alone(RuleEntries of, Map<RuleEntry, RuleEntry> paired, RuleEntry entry) {
    return of.entries().stream()
            .filter(e -> e.id().equals(entry.id()) && !paired.containsKey(e))
            .count()
        == 1;
  }

  private void pairWhere(BiPredicate<RuleEntry, RuleEntry> same) {
    Map<String, List<RuleEntry>> open = new LinkedHashMap<>();
    after.entries().stream()
        .filter(entry -> !back.containsKey(entry))
        .forEach(entry -> open.computeIfAbsent(entry.id(), id -> new ArrayList<>()).add(entry));
    for (RuleEntry old : before.entries()) {
      if (!pairs.containsKey(old)) {
        open.getOrDefault(old.id(), List.of()).stream()
            .filter(entry -> !back.containsKey(entry) && same.test(old, entry))
            .findFirst()
            .ifPresent(
                entry -> {
                  pairs.put(old, entry);
                  back.put(entry, old);
                });
      }
    }
  }

  private void titles() {
    if (before.entries().isEmpty() || after.entries().isEmpty()) {
      return;
    }
    before
        .titles()
        .forEach(
            (column, title) -> {
              String now = after.titles().get(column);
              if (now != null && !now.equals(title)) {
                add(Verb.CHANGED, "", "", "column", title, now);
              }
            });
  }

  /** What has no counterpart; a row of which nothing is left is one change, not one a line. */
  private void lost(
      RuleEntries of, RuleEntries other, Map<RuleEntry, RuleEntry> paired, Verb verb) {
    Map<String, List<RuleEntry>> byId = new LinkedHashMap<>();
    of.entries().stream()
        .filter(entry -> !paired.containsKey(entry))
        .forEach(entry -> byId.computeIfAbsent(entry.id(), id -> new ArrayList<>()).add(entry));
    byId.forEach(
        (id, entries) -> {
          boolean whole = other.entries().stream().noneMatch(entry -> entry.id().equals(id));
          if (whole && of.ordered()) {
            lost(verb, id, "", String.join(" | ", entries.stream().map(of::said).toList()));
          } else {
            entries.forEach(entry -> lost(verb, id, entry.line(), of.said(entry)));
          }
        });
  }

  private void lost(Verb verb, String id, String line, String said) {
    boolean added = verb == Verb.ADDED;
    add(verb, id, line, "", added ? "" : said, added ? said : "");
  }

  /** Rows that no longer stand in their old order, as few as explain the new one. */
  private void moved() {
    List<RuleEntry> old = before.entries().stream().filter(pairs::containsKey).toList();
    List<RuleEntry> now = after.entries().stream().filter(back::containsKey).toList();
    List<RuleEntry> kept = longestCommon(old, now);
    for (RuleEntry entry : old) {
      if (!kept.contains(entry)) {
        RuleEntry there = pairs.get(entry);
        add(
            Verb.MOVED,
            entry.id(),
            entry.line(),
            "",
            neighbour(before.entries(), entry),
            neighbour(after.entries(), there));
      }
    }
  }

  private List<RuleEntry> longestCommon(List<RuleEntry> old, List<RuleEntry> now) {
    int[][] length = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        length[i][j] =
            pairs.get(old.get(i)) == now.get(j)
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    List<RuleEntry> kept = new ArrayList<>();
    for (int i = 0, j = 0; i < old.size() && j < now.size(); ) {
      if (pairs.get(old.get(i)) == now.get(j)) {
        kept.add(old.get(i++));
        j++;
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return kept;
  }

  /** The line that stands before this one; a dash where it is the first. */
  private static String neighbour(List<RuleEntry> entries, RuleEntry of) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) == of) {
        return i == 0 ? "-" : entries.get(i - 1).line();
      }
    }
    throw new IllegalStateException("no entry of this file: " + of);
  }

  private void cells(RuleEntry old, RuleEntry now) {
    if (!old.line().equals(now.line()) && before.part() != RulePart.DOSE) {
      add(Verb.CHANGED, old.id(), now.line(), "name", old.line(), now.line());
    }
    for (String column : old.columns(now)) {
      String from = old.get(column);
      String to = now.get(column);
      if (!Objects.equals(from, to)) {
        String title =
            after.titles().containsKey(column) ? after.title(column) : before.title(column);
        if (before.part() == RulePart.DERIVED) {
          add(
              Verb.CHANGED,
              old.id(),
              now.line(),
              title,
              Conjuncts.only(from, to),
              Conjuncts.only(to, from));
        } else {
          add(Verb.CHANGED, old.id(), now.line(), title, from, to);
        }
      }
    }
  }

  private void add(Verb verb, String id, String line, String aspect, String from, String to) {
    RulePart part = before.part();
    boolean parameter = part == RulePart.PROTOCOL && line.equals("parameters");
    changes.add(
        new RuleChange(
            parameter ? RulePart.PARAMETER : part,
            verb,
            file,
            id,
            parameter ? "" : line,
            aspect,
            from,
            to));
  }
}
