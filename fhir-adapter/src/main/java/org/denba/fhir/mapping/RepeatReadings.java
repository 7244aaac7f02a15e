package org.denba.fhir.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFiles;

/**
 * Which data element holds the second reading of a measurement that a protocol wants taken twice.
 */
final class RepeatReadings {

  static final String FILE = "dictionary/repeat-readings.csv";

  private final Map<DataElement, DataElement> repeatOf = new HashMap<>();
  private final Map<DataElement, DataElement> firstOf = new HashMap<>();

  /**
   * @throws org.denba.engine.rules.RuleFileException when the table names an element that the
   *     dictionary does not have
   */
  RepeatReadings(RuleFiles files, DataDictionary dictionary) {
    for (CsvTable.Row row : CsvTable.read(files, FILE, List.of("first", "repeat")).rows()) {
      DataElement first = element(row, "first", dictionary);
      DataElement repeat = element(row, "repeat", dictionary);
      repeatOf.put(first, repeat);
      firstOf.put(repeat, first);
    }
  }

  private static DataElement element(CsvTable.Row row, String column, DataDictionary dictionary) {
    String id = row.required(column);
    return dictionary
        .element(id)
        .orElseThrow(() -> row.problem(column, "'" + id + "' is no data element: correct the id"));
  }

  /** The element of the second reading, where there is one. */
  Optional<DataElement> repeat(DataElement first) {
    return Optional.ofNullable(repeatOf.get(first));
  }

  /** The element of the first reading, where this one holds the second. */
  Optional<DataElement> first(DataElement repeat) {
    return Optional.ofNullable(firstOf.get(repeat));
  }
}
