package org.denba.fhir.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFiles;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * What codes mean, from a table with the columns {@code system} and {@code code}. A line without a
 * system is meant whatever system a client names (own codes and WHO element ids). Immutable.
 *
 * @param <T> what a line says
 */
final class CodeTable<T> {

  private record Key(String system, String code) {}

  private final Map<Key, T> meanings = new HashMap<>();
  private final WhoCodes spelling;

  /**
   * @param column the column with what a code means
   * @param meaning reads it
   * @throws org.denba.engine.rules.RuleFileException when the table cannot be used
   */
  CodeTable(
      RuleFiles files,
      String file,
      String column,
      WhoCodes spelling,
      Function<CsvTable.Row, T> meaning) {
    this.spelling = spelling;
    for (CsvTable.Row row : CsvTable.read(files, file, List.of("system", "code", column)).rows()) {
      meanings.put(new Key(row.get("system"), row.required("code")), meaning.apply(row));
    }
  }

  Optional<T> get(Coding coding) {
    if (!coding.hasCode()) {
      return Optional.empty();
    }
    T own = coding.hasSystem() ? meanings.get(new Key(coding.getSystem(), coding.getCode())) : null;
    return own != null ? Optional.of(own) : any(coding);
  }

  private Optional<T> any(Coding coding) {
    return spelling.canonical(coding).map(code -> meanings.get(new Key("", code)));
  }

  /** What the first coding that the table knows means. */
  Optional<T> get(CodeableConcept concept) {
    return concept.getCoding().stream().map(this::get).flatMap(Optional::stream).findFirst();
  }
}
