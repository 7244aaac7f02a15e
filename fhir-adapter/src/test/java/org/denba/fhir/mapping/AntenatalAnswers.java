package org.denba.fhir.mapping;

import static org.denba.fhir.mapping.Visits.code;

import java.util.Map;
import java.util.TreeMap;
import org.denba.engine.assessment.Finding;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Type;

/** Answers of a pregnant woman in the codes of the WHO antenatal care guideline. */
final class AntenatalAnswers {

  static final String WHO = "http://fhir.org/guides/who/anc-cds/CodeSystem/anc-custom-codes";
  static final String DANGER_SIGNS = "ANC.B5.DE48";
  static final String NONE = "ANC.B5.DE49";

  static Visits woman() {
    return Visits.empty().patient("p1", "1998-03-01").encounter(Visits.DAY + "T08:00:00Z");
  }

  /** A woman of whom one question of the guideline has this value. */
  static Visits asked(String question, Type value) {
    return woman().coded(WHO, question, value, o -> {});
  }

  /** A woman of whom one question of the guideline has these answers. */
  static Visits answered(String question, String... answers) {
    CodeableConcept value = new CodeableConcept();
    for (String answer : answers) {
      value.addCoding(new Coding(WHO, answer, null));
    }
    return asked(question, value);
  }

  /** A form whose only item has this answer. */
  static QuestionnaireResponse form(String linkId, Type value) {
    return Records.form(QuestionnaireResponseStatus.COMPLETED).addItem(Records.item(linkId, value));
  }

  /** What the visit says: yes, no, a code or not-done by data element. */
  static Map<String, String> findings(Visits visits) {
    return words(visits.read());
  }

  static Map<String, String> words(FhirEncounter read) {
    Map<String, String> words = new TreeMap<>();
    read.request().findings().forEach((id, finding) -> words.put(id, word(finding)));
    return words;
  }

  private static String word(Finding finding) {
    if (finding instanceof Finding.Answer answer) {
      return answer.yes() ? "yes" : "no";
    } else if (finding instanceof Finding.Code code) {
      return code.code();
    }
    return finding instanceof Finding.NotDone ? "not-done" : finding.toString();
  }

  private AntenatalAnswers() {}
}
