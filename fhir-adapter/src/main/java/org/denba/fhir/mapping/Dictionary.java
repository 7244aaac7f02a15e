package org.denba.fhir.mapping;

import java.time.ZoneId;
import java.util.List;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFiles;
import org.denba.fhir.finding.FindingReader;
import org.hl7.fhir.r4.model.CodeableConcept;

/**
 * Everything that the readers look up, made once when rules are loaded. Immutable.
 *
 * @param elements the data dictionary
 * @param codes which elements a code stands for
 * @param values how values are read
 * @param answers codes that mean yes or no whatever was asked
 * @param sets answers that say something about other elements than the one asked about
 * @param units the unit of a number that comes without one, by code
 * @param panels the elements of a panel, by the code of the panel
 * @param repeats which element holds a second reading
 * @param given what is kept of medicines and vaccines
 * @param zone the zone of the service, in which a day begins and ends
 */
record Dictionary(
    DataDictionary elements,
    CodeResolver codes,
    ValueReader values,
    AnswerCodes answers,
    AnswerSets sets,
    CodeTable<String> units,
    CodeTable<List<DataElement>> panels,
    RepeatReadings repeats,
    GivenTables given,
    ZoneId zone) {

  static final String UNITS = "dictionary/code-units.csv";
  static final String PANELS = "dictionary/panel-codes.csv";

  static Dictionary load(
      RuleFiles files, DataDictionary elements, FindingReader findings, ZoneId zone) {
    RepeatReadings repeats = new RepeatReadings(files, elements);
    AnswerCodes answers = new AnswerCodes(files);
    WhoCodes spelling = new WhoCodes(files);
    return new Dictionary(
        elements,
        new CodeResolver(elements, repeats, spelling),
        new ValueReader(findings, new CodedAnswer(elements, answers), zone),
        answers,
        new AnswerSets(files, elements, findings, spelling),
        new CodeTable<>(files, UNITS, "unit", spelling, row -> row.required("unit")),
        new CodeTable<>(files, PANELS, "elements", spelling, row -> panel(row, elements)),
        repeats,
        new GivenTables(files, elements, spelling),
        zone);
  }

  private static List<DataElement> panel(CsvTable.Row row, DataDictionary elements) {
    return row.list("elements").stream()
        .map(
            id ->
                elements
                    .element(id)
                    .orElseThrow(
                        () ->
                            row.problem(
                                "elements", "'" + id + "' is no data element: correct the id")))
        .toList();
  }

  /** The unit of a number that comes without one, or null where the code has none of its own. */
  String unit(CodeableConcept code) {
    return codes.isOwn(code) ? null : units.get(code).orElse(null);
  }
}
