package org.denba.engine.mutation;

import java.util.List;
import java.util.Optional;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFiles;

/**
 * Changes of which somebody wrote down why they change no answer, where that is not proved. They
 * are kept apart from what is proved, and a patient who shows otherwise counts more than they do.
 *
 * @param changes one for each change
 */
record ArguedChanges(List<Argued> changes) {

  /** Where they stand, below the rules root. */
  static final String FILE = "mutation-argued.csv";

  private static final List<String> COLUMNS =
      List.of("protocol", "part", "what", "change", "why", "confirmed-by");

  ArguedChanges {
    changes = List.copyOf(changes);
  }

  /**
   * One of them.
   *
   * @param what what stands at the place, see {@link Mutant#subject()}
   * @param change what is changed, in words
   * @param why why it changes no answer
   * @param confirmedBy the clinician who agrees; empty where nobody was asked
   */
  record Argued(
      String protocol, String part, String what, String change, String why, String confirmedBy) {

    boolean isOf(Mutant mutant) {
      return protocol.equals(mutant.protocol())
          && part.equals(mutant.part())
          && what.equals(mutant.subject())
          && change.equals(mutant.change());
    }

    private String reason() {
      return why
          + "; "
          + (confirmedBy.isEmpty() ? "not yet confirmed" : "confirmed: " + confirmedBy);
    }
  }

  /**
   * Reads {@link #FILE}; empty where there is none.
   *
   * @throws org.denba.engine.rules.RuleFileException naming file, row and column of an empty cell
   */
  static ArguedChanges read(RuleFiles files) {
    return files
        .find(FILE)
        .map(text -> new ArguedChanges(rows(CsvTable.read(files, FILE, COLUMNS).rows())))
        .orElse(new ArguedChanges(List.of()));
  }

  private static List<Argued> rows(List<CsvTable.Row> rows) {
    return rows.stream()
        .map(
            row ->
                new Argued(
                    row.required("protocol"),
                    row.required("part"),
                    row.required("what"),
                    row.required("change"),
                    row.required("why"),
                    row.get("confirmed-by")))
        .toList();
  }

  /** Why the change changes nothing, and who confirmed it; empty where nobody said so. */
  Optional<String> of(Mutant mutant) {
    return changes.stream().filter(each -> each.isOf(mutant)).map(Argued::reason).findFirst();
  }
}
