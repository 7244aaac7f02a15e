package org.denba.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.growth.Sex;
import org.denba.engine.properties.Visit.Age;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Because;
import org.denba.engine.triage.TriageResult.Classification;
import org.junit.jupiter.api.Test;

/**
 * The trap that a missing number becomes a true comparison after many evaluations, when a rule
 * engine has compiled its constraints: a number that is not there proves nothing, however often it
 * is asked.
 */
class MissingNumbersTest {

  private static final int OFTEN = 300;
  private static final Age AGE = Age.born(BuiltIn.TODAY.minusMonths(18));

  private static List<DataElement> quantities() {
    return BuiltIn.WORDS.elements().stream()
        .filter(element -> element.type() == ElementType.QUANTITY)
        .filter(element -> !element.id().startsWith("age-"))
        .toList();
  }

  /** A child with every sign that can be seen, and not one number. */
  private static Visit withoutNumbers() {
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (DataElement element : BuiltIn.WORDS.elements()) {
      if (element.type() == ElementType.BOOLEAN && !DangerSigns.ALL.contains(element.id())) {
        findings.put(element.id(), new Finding.Answer(true));
      }
    }
    DangerSigns.ALL.forEach(sign -> findings.put(sign, new Finding.Answer(false)));
    for (String synonym : List.of("convulsing", "convulsions-recent", "lethargy")) {
      findings.put(synonym, new Finding.Answer(false));
    }
    findings.remove("unusually-sleepy-unconscious");
    return Visit.of(AGE, Sex.MALE, findings);
  }

  @Test
  void aMissingNumberNeverProvesARow() {
    List<String> quantities = quantities().stream().map(DataElement::id).toList();
    assertThat(quantities).hasSizeGreaterThan(10);
    Visit child = withoutNumbers();
    TriageResult first = child.triage();
    for (int i = 0; i < OFTEN; i++) {
      TriageResult answer = child.triage();
      assertThat(answer).as("evaluation " + i).isEqualTo(first);
      for (Classification row : AnswerPropertiesTest.proved(answer)) {
        assertThat(row.because())
            .extracting(Because::dataElement)
            .doesNotContainAnyElementsOf(quantities);
      }
    }
  }

  /** Values above and below every bound come between, so that every comparison is compiled. */
  @Test
  void aNumberThatComesAndGoesIsMissingAgain() {
    List<Visit> loud = new ArrayList<>();
    for (DataElement element : quantities()) {
      for (double bound : BuiltIn.WORDS.bounds(element)) {
        for (double step : new double[] {-0.1, 0, 0.1}) {
          loud.add(withoutNumbers().with(element.id(), Finding.Quantity.of(bound + step)));
        }
      }
    }
    TriageResult missing = withoutNumbers().triage();
    for (int round = 0; round < 5; round++) {
      for (Visit child : loud) {
        child.triage();
        assertThat(withoutNumbers().triage()).isEqualTo(missing);
      }
    }
  }

  /**
   * A number that is missing leaves open what the least and the greatest value would each prove.
   */
  @Test
  void aMissingNumberLeavesOpenWhatAnyValueCouldProve() {
    Visit well = WellChild.VISIT;
    for (DataElement element : quantities()) {
      if (!well.findings().containsKey(element.id())) {
        continue;
      }
      TriageResult missing = well.without(element.id()).triage();
      for (double bound : BuiltIn.WORDS.bounds(element)) {
        for (double step : new double[] {-0.1, 0, 0.1}) {
          TriageResult known = well.with(element.id(), Finding.Quantity.of(bound + step)).triage();
          assertThat(missing.couldBe())
              .as(element + " " + (bound + step))
              .isGreaterThanOrEqualTo(known.couldBe());
          assertThat(missing.urgency()).isLessThanOrEqualTo(known.urgency());
        }
      }
    }
  }
}
