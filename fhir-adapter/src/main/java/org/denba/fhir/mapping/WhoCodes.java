package org.denba.fhir.mapping;

import java.util.List;
import java.util.Optional;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFiles;
import org.hl7.fhir.r4.model.Coding;

/**
 * How WHO element ids are spelled: the same element has one prefix in the code system and another
 * one in the forms. The table also names systems whose codes of this prefix are not ours to read,
 * because nobody compared them yet.
 */
final class WhoCodes {

  static final String FILE = "dictionary/code-spellings.csv";

  private record Spelling(String prefix, String readsAs, List<String> notInSystems) {}

  private final List<Spelling> spellings;

  /**
   * @throws org.denba.engine.rules.RuleFileException when the table cannot be used
   */
  WhoCodes(RuleFiles files) {
    this.spellings =
        CsvTable.read(files, FILE, List.of("prefix", "reads-as", "not-in-system")).rows().stream()
            .map(
                row ->
                    new Spelling(
                        row.required("prefix"),
                        row.required("reads-as"),
                        row.list("not-in-system")))
            .toList();
  }

  /** The code as the dictionary spells it; empty when there is none that may be read. */
  Optional<String> canonical(Coding coding) {
    if (!coding.hasCode()) {
      return Optional.empty();
    }
    String code = coding.getCode();
    for (Spelling spelling : spellings) {
      if (code.startsWith(spelling.prefix)) {
        boolean foreign =
            coding.hasSystem()
                && spelling.notInSystems.stream().anyMatch(coding.getSystem()::startsWith);
        return foreign
            ? Optional.empty()
            : Optional.of(spelling.readsAs + code.substring(spelling.prefix.length()));
      }
    }
    return Optional.of(code);
  }
}
