package org.denba.fhir.workbench.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.denba.fhir.ServiceTest;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.workbench.RulesViews;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a failing case expected and got is read by clinicians. */
class FailureWordsTest extends ServiceTest {

  @Autowired private ActiveRules active;
  @Autowired private RulesViews views;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          proved COU-3                     | établi : Pneumonie (COU-3)                          | false
          proved [GDS-0, COU-3]            | établi : Pas de signe général de danger (GDS-0) ; Pneumonie (COU-3) | false
          provisional []                   | provisoire : rien                                   | false
          urgency treat-here               | urgence : Traiter ici                               | false
          home-care                        | Soins à domicile                                    | false
          asks spo2                        | demande : Saturation en oxygène (SpO2)              | false
          COU-3 in the answer              | COU-3 in the answer                                 | true
          """)
  void ofALine(String line, String said, boolean english) {
    FailureWords words =
        new FailureWords(
            views.of(active.required()).requiredBooklet("imci-child", "fr"),
            active.required().engine().dictionary());

    assertThat(words.say(line)).isEqualTo(new FailureWords.Said(said, english));
  }
}
