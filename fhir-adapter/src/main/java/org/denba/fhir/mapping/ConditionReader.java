package org.denba.fhir.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;

/**
 * Reads Conditions whose code is a yes-or-no element: an active one is a yes, a refuted one a no,
 * one that is over says nothing of today. A yes may have begun on an earlier day; a no counts for
 * the day on which it was recorded.
 */
final class ConditionReader {

  private static final Set<String> OVER = Set.of("inactive", "remission", "resolved");
  private static final Set<String> SURE = Set.of("", "confirmed");

  private final Readings readings;
  private final AnswerReader answers;

  ConditionReader(Readings readings, AnswerReader answers) {
    this.readings = readings;
    this.answers = answers;
  }

  void read(Located<Condition> located) {
    Condition condition = located.resource();
    String path = located.path();
    String verification = code(condition.getVerificationStatus());
    if (verification.equals("entered-in-error")) {
      readings.notices().add("status-ignored", path, path, Map.of("status", verification));
      return;
    }
    if (!readings.aboutPatient(condition.getSubject(), path)) {
      return;
    }
    if (condition.hasModifierExtension()) {
      readings.notices().add("modifier-extension", path, path, Map.of());
      return;
    }
    List<DataElement> elements =
        readings.dictionary().codes().resolve(condition.getCode()).stream()
            .filter(e -> e.type() == ElementType.BOOLEAN && !e.derived())
            .toList();
    boolean refuted = verification.equals("refuted");
    Readings.Said said =
        new Readings.Said(path + ".code", located.reference(), moment(condition, refuted));
    if (elements.isEmpty()) {
      readAnswer(condition, verification, said);
      return;
    }
    for (DataElement element : elements) {
      if (!refuted && isOver(condition)) {
        readings.notices().about("condition-not-now", path, element, Map.of());
        continue;
      }
      if (!refuted && !SURE.contains(verification)) {
        readings.notices().about("preliminary", path, element, Map.of());
      }
      readings.add(element, elements, List.of(new Finding.Answer(!refuted)), said, Weight.TOLD);
    }
  }

  /**
   * A condition that is an answer to a question of the table, or of which the code is not known.
   */
  private void readAnswer(Condition condition, String verification, Readings.Said said) {
    boolean refuted = verification.equals("refuted");
    String path = said.path();
    boolean known =
        condition.getCode().getCoding().stream()
            .anyMatch(c -> readings.dictionary().sets().question(c).isPresent());
    if (known && !refuted && isOver(condition)) {
      readings.notices().add("condition-over", path, path, Map.of());
    } else if (!known || !answers.read(condition.getCode(), new BooleanType(!refuted), said)) {
      readings.unknownCode(condition.getCode(), path);
    } else if (!refuted && !SURE.contains(verification)) {
      readings.notices().add("preliminary-answer", path, path, Map.of());
    }
  }

  private static boolean isOver(Condition condition) {
    return OVER.contains(code(condition.getClinicalStatus()))
        || !condition.hasClinicalStatus() && condition.hasAbatement();
  }

  /**
   * An active condition holds today, whenever it began. Anything else holds on the day on which it
   * was recorded; an undated entry of a problem list can be years old and is dated before any
   * visit.
   */
  private Moment moment(Condition condition, boolean refuted) {
    if (!refuted && condition.hasClinicalStatus()) {
      return Moment.UNTOLD;
    }
    Moment recorded = Moment.of(condition.getRecordedDateElement(), readings.dictionary().zone());
    boolean list =
        condition.getCategory().stream().anyMatch(c -> code(c).equals("problem-list-item"));
    return !recorded.told() && list ? new Moment(LocalDate.EPOCH, null, false) : recorded;
  }

  private static String code(CodeableConcept concept) {
    return concept.hasCoding() && concept.getCodingFirstRep().hasCode()
        ? concept.getCodingFirstRep().getCode()
        : "";
  }
}
