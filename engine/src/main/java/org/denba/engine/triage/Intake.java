package org.denba.engine.triage;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Contact;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.growth.Sex;
import org.denba.engine.protocol.Closing;
import org.denba.engine.protocol.Protocol;

/**
 * Makes an assessment of what was found: checks ranges, applies the protocol's intake rules,
 * computes z-scores and days since, and decides which "not done" closes its question. Findings are
 * taken in dictionary order, so the answer never depends on theirs.
 */
final class Intake {

  private static final String FINDINGS = "findings.";
  private static final Set<String> PATIENT_ELEMENTS = Set.of("age-months", "age-days", "sex");

  private final DataDictionary dictionary;
  private final ZScores zScores;
  private final SinceDates dates;

  Intake(DataDictionary dictionary, ZScores zScores) {
    this.dictionary = dictionary;
    this.zScores = zScores;
    this.dates = new SinceDates(dictionary);
  }

  /**
   * @param protocol the protocol that will be run
   * @param findings what was found, checked already
   * @param patient who the patient is
   * @param age the age as far as the protocol covers it
   */
  Encounter read(
      Protocol protocol,
      Map<String, Finding> findings,
      Patient patient,
      Optional<PatientAge> age,
      Sex sex,
      LocalDate date,
      Contact contact,
      ParameterValues parameters) {
    Assessment assessment =
        new Assessment(protocol.slots(), dictionary.size(), parameters, contact);
    Encounter encounter = new Encounter(protocol, assessment, dictionary.size(), date, age, sex);
    Finding[] sent = new Finding[dictionary.size()];
    findings.forEach(
        (id, finding) -> dictionary.element(id).ifPresent(e -> sent[e.index()] = finding));
    for (DataElement element : dictionary.elements()) {
      Finding finding = sent[element.index()];
      if (finding != null && !PATIENT_ELEMENTS.contains(element.id())) {
        usable(element, finding, encounter)
            .ifPresent(usable -> encounter.found(element.index(), usable));
      }
    }
    of(patient, encounter);
    SiteLacks.apply(dictionary, encounter);
    new IntakeRules(dictionary).apply(encounter);
    patient(encounter);
    write(encounter);
    zScores.apply(encounter);
    dates.apply(encounter);
    closeNotDone(encounter);
    encounter.protocol().measurements().vaccines().ifPresent(s -> Vaccinations.apply(s, encounter));
    return encounter;
  }

  private Optional<Finding> usable(DataElement element, Finding finding, Encounter encounter) {
    if (finding instanceof Finding.Unknown) {
      return Optional.empty();
    }
    if (!encounter.protocol().uses(element.index())) {
      encounter.notice(
          new Notice("not-used-here", FINDINGS + element.id(), Map.of("element", element)));
    }
    if (finding instanceof Finding.Code code && code.code().equals(Closing.NOT_DONE_CODE)) {
      return Optional.of(new Finding.NotDone(Finding.NotDone.UNSPECIFIED));
    }
    if (finding instanceof Finding.Quantity quantity) {
      Interval value = quantity.value();
      Optional<Interval> allowed =
          encounter.protocol().allowed(element.index()).or(element::allowed);
      if (outside(value, allowed)) {
        encounter.refuse(element.index());
        encounter.notice(rangeNotice("out-of-range", element, value, allowed.orElseThrow()));
        return Optional.empty();
      }
      Optional<Interval> plausible = encounter.protocol().plausible(element.index());
      if (outside(value, plausible)) {
        encounter.notice(rangeNotice("implausible", element, value, plausible.orElseThrow()));
      }
    }
    return Optional.of(finding);
  }

  private static boolean outside(Interval value, Optional<Interval> range) {
    return range.isPresent()
        && (value.low() < range.get().low() || value.high() > range.get().high());
  }

  private static Notice rangeNotice(
      String code, DataElement element, Interval value, Interval range) {
    return new Notice(
        code,
        FINDINGS + element.id(),
        Map.of(
            "element",
            element,
            "value",
            value.low(),
            "unit",
            element.unit().startsWith("{") ? "" : element.unit(),
            "low",
            range.low(),
            "high",
            range.high()));
  }

  /** What the patient's record says where no finding does. */
  private void of(Patient patient, Encounter encounter) {
    if (patient.pregnant() != null) {
      ifBlank(encounter, "pregnant", new Finding.Answer(patient.pregnant()));
    }
    if (patient.lmp() != null) {
      ifBlank(encounter, "lmp-date", new Finding.Day(patient.lmp()));
    }
    if (patient.deliveryDate() != null) {
      ifBlank(encounter, "delivery-date", new Finding.Day(patient.deliveryDate()));
    }
  }

  private void ifBlank(Encounter encounter, String id, Finding finding) {
    dictionary
        .element(id)
        .filter(element -> encounter.finding(element.index()) == null)
        .ifPresent(element -> encounter.found(element.index(), finding));
  }

  private void patient(Encounter encounter) {
    encounter
        .age()
        .ifPresent(
            age -> {
              found(encounter, "age-months", new Finding.Quantity(age.months()));
              found(encounter, "age-days", new Finding.Quantity(age.days()));
              ifBlank(encounter, "age-years", new Finding.Quantity(age.years()));
            });
    if (encounter.sex() != null) {
      found(encounter, "sex", new Finding.Code(encounter.sex() == Sex.MALE ? "male" : "female"));
    }
  }

  private void found(Encounter encounter, String id, Finding finding) {
    dictionary.element(id).ifPresent(element -> encounter.found(element.index(), finding));
  }

  private void write(Encounter encounter) {
    Assessment assessment = encounter.assessment();
    for (DataElement element : dictionary.elements()) {
      int slot = element.index();
      Finding finding = encounter.finding(slot);
      if (finding instanceof Finding.Answer answer) {
        assessment.answer(slot, answer.yes());
      } else if (finding instanceof Finding.Code code
          && element.type() == ElementType.CODED
          && element.hasCode(code.code())) {
        assessment.code(slot, element.codes().indexOf(code.code()));
      } else if (finding instanceof Finding.Quantity quantity) {
        assessment.quantity(slot, quantity.value());
      } else if (finding instanceof Finding.Day
          || finding instanceof Finding.Entries
          || finding instanceof Finding.Code) {
        assessment.present(slot);
      }
    }
  }

  /** Whatever was not done is open, unless the protocol says that this reason closes it. */
  private void closeNotDone(Encounter encounter) {
    Assessment assessment = encounter.assessment();
    for (DataElement element : dictionary.elements()) {
      if (encounter.finding(element.index()) instanceof Finding.NotDone notDone) {
        write(element, notDone.reason(), closing(element, notDone.reason(), encounter), assessment);
      }
    }
  }

  private static void write(
      DataElement element, String reason, Optional<Closing> closing, Assessment assessment) {
    int slot = element.index();
    if (closing.isEmpty()) {
      assessment.notDone(slot, reason, false);
      return;
    }
    switch (closing.get().comparisons()) {
      case CLOSED -> assessment.notDone(slot, reason, true);
      case OPEN -> assessment.notDoneButOpen(slot, reason);
      case CODE -> {
        assessment.notDoneButOpen(slot, reason);
        assessment.code(slot, element.codes().indexOf(Closing.NOT_DONE_CODE));
      }
    }
  }

  private static Optional<Closing> closing(
      DataElement element, String reason, Encounter encounter) {
    for (Closing closing : encounter.protocol().closings()) {
      boolean applies =
          closing.slot() == element.index()
              && closing.closesFor(reason)
              && (closing.whenKnown() < 0 || encounter.assessment().isKnown(closing.whenKnown()))
              && (closing.unless() == null || !closing.unless().possible(encounter.assessment()));
      if (applies) {
        if (!closing.warning().isEmpty()) {
          encounter.notice(
              new Notice(closing.warning(), FINDINGS + element.id(), Map.of("element", element)));
        }
        return Optional.of(closing);
      }
    }
    return Optional.empty();
  }
}
