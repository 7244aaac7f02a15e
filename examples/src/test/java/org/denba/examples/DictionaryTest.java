package org.denba.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.fhir.protocols.ActiveRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The examples speak of data elements that exist; only the ones about errors do not. */
class DictionaryTest extends RunningService {

  @Autowired private ActiveRules rules;

  static List<String> requests() {
    return ExampleFiles.cases().stream()
        .filter(name -> !name.contains(".fhir.") && !name.contains("-error-"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void knows_every_finding(String request) {
    assertThat(Pretty.json(ExampleFiles.read(request)).path("findings").propertyNames())
        .isNotEmpty()
        .allSatisfy(this::isKnown);
  }

  @Test
  void knows_every_finding_of_the_batch() {
    assertThat(ExampleFiles.read("batch/findings.csv").lines().skip(1))
        .filteredOn(line -> !line.contains(",parameter,"))
        .map(line -> line.substring(0, line.indexOf(',')))
        .isNotEmpty()
        .allSatisfy(this::isKnown);
  }

  private void isKnown(String id) {
    DataDictionary dictionary = rules.required().engine().dictionary();
    assertThat(dictionary.element(id)).map(DataElement::id).contains(id);
  }
}
