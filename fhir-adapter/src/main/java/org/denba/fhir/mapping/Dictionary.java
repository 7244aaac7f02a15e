package org.denba.fhir.mapping;

import java.time.ZoneId;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.rules.RuleFiles;
import org.denba.fhir.finding.FindingReader;

/**
 * Everything that the readers look up, made once when rules are loaded. Immutable.
 *
 * @param elements the data dictionary
 * @param codes which elements a code stands for
 * @param values how values are read
 * @param sets answers that say no to a list of signs
 * @param repeats which element holds a second reading
 * @param zone the zone of the service, in which a day begins and ends
 */
record Dictionary(
    DataDictionary elements,
    CodeResolver codes,
    ValueReader values,
    AnswerSets sets,
    RepeatReadings repeats,
    ZoneId zone) {

  static Dictionary load(
      RuleFiles files, DataDictionary elements, FindingReader findings, ZoneId zone) {
    RepeatReadings repeats = new RepeatReadings(files, elements);
    CodedAnswer answers = new CodedAnswer(elements, new AnswerCodes(files));
    return new Dictionary(
        elements,
        new CodeResolver(elements, repeats),
        new ValueReader(findings, answers, zone),
        new AnswerSets(files, elements),
        repeats,
        zone);
  }
}
