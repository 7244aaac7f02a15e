package org.denba.engine.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Contact;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.growth.Sex;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;

/** Draws one synthetic patient: what is true, and of that what was looked for. One use. */
final class PatientDraw {

  private static final String AGE_MONTHS = "age-months";
  private static final String AGE_DAYS = "age-days";
  private static final String AGE_YEARS = "age-years";
  private static final String SEX = "sex";

  /** Told with the patient, not found at the visit. */
  static final Set<String> AGES = Set.of(AGE_MONTHS, AGE_DAYS, AGE_YEARS);

  private static final double DAYS_A_MONTH = 30.4375;
  private static final ParameterValues NO_PARAMETERS =
      ParameterValues.of(List.of(), Map.of(), List.of());

  private final DataDictionary dictionary;
  private final SplittableRandom random;
  private final LocalDate visit;
  private final Assessment truth;
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private LocalDate birth;
  private Integer years;
  private Integer months;
  private Integer days;
  private Sex sex;

  /**
   * @param seed of this patient: the same seed draws the same one
   */
  PatientDraw(DataDictionary dictionary, String setting, long seed, LocalDate visit) {
    this.dictionary = dictionary;
    this.random = new SplittableRandom(seed);
    this.visit = visit;
    this.truth =
        new Assessment(dictionary.size(), dictionary.size(), NO_PARAMETERS, Contact.first(setting));
  }

  TriageRequest request(CohortTable table, CohortShare share, String language) {
    table.elements().forEach(this::draw);
    Patient patient =
        new Patient(
            null,
            birth,
            sex,
            years,
            birth == null ? months : null,
            birth == null ? days : null,
            false,
            null,
            null,
            null);
    return new TriageRequest(
        null,
        share.protocol(),
        share.setting(),
        visit,
        language,
        TriageRequest.INITIAL,
        List.of(),
        patient,
        Map.of(),
        findings,
        List.of(),
        null);
  }

  /** A number from 0 up to 1, the same on every platform. */
  private double next() {
    return (random.nextLong() >>> 11) * 0x1.0p-53;
  }

  private void draw(CohortTable.Drawn drawn) {
    for (CohortTable.Group group : drawn.groups()) {
      if (group.when() == null || group.when().certain(truth)) {
        if (drawn.element().type() == ElementType.LIST) {
          list(drawn.element(), group);
        } else {
          one(drawn.element(), group);
        }
        return;
      }
    }
  }

  private void one(DataElement element, CohortTable.Group group) {
    double at = next();
    for (CohortTable.Line line : group.lines()) {
      at -= line.share();
      if (at < 0) {
        double number = line.value().number(this::next);
        tell(element, line.value().finding(number, visit), number, line);
        return;
      }
    }
    CohortTable.Line last = group.lines().get(group.lines().size() - 1);
    if (element.type() == ElementType.BOOLEAN) {
      tell(element, new Finding.Answer(false), 0, last);
    } else {
      // the shares add up to 1 but for what rounding leaves over
      double number = last.value().number(this::next);
      tell(element, last.value().finding(number, visit), number, last);
    }
  }

  private void tell(DataElement element, Finding finding, double number, CohortTable.Line line) {
    hold(element, finding, number);
    boolean assessed = next() < line.assessed();
    if (AGES.contains(element.id())) {
      age(element.id(), (int) number, assessed);
    } else if (element.id().equals(SEX)) {
      sex = !assessed ? null : line.value().word().equals("male") ? Sex.MALE : Sex.FEMALE;
    } else if (assessed) {
      findings.put(element.id(), finding);
    } else if (!line.notDone().isEmpty()) {
      findings.put(element.id(), new Finding.NotDone(line.notDone()));
    }
  }

  private void hold(DataElement element, Finding finding, double number) {
    int slot = element.index();
    if (finding instanceof Finding.Answer answer) {
      truth.answer(slot, answer.yes());
    } else if (finding instanceof Finding.Code code) {
      truth.code(slot, element.codes().indexOf(code.code()));
    } else if (finding instanceof Finding.Quantity) {
      truth.quantity(slot, Interval.point(number));
    } else {
      truth.present(slot);
    }
  }

  private void age(String element, int number, boolean told) {
    switch (element) {
      case AGE_YEARS -> years = told ? number : null;
      case AGE_MONTHS -> {
        months = told ? number : null;
        known(AGE_DAYS, Math.floor(number * DAYS_A_MONTH));
      }
      default -> {
        days = told ? number : null;
        birth = told ? visit.minusDays(number) : null;
        known(AGE_MONTHS, Math.floor(number / DAYS_A_MONTH));
      }
    }
  }

  private void known(String element, double number) {
    dictionary.element(element).ifPresent(e -> truth.quantity(e.index(), Interval.point(number)));
  }

  private void list(DataElement element, CohortTable.Group group) {
    List<Map<String, String>> entries = new ArrayList<>();
    for (CohortTable.Line line : group.lines()) {
      // drawn in any case, so that one line more or less leaves the others as they were
      double at = next();
      double day = line.value().number(this::next);
      if (at < line.share() && birth != null) {
        line.value().entry(birth.plusDays((long) day), visit).ifPresent(entries::add);
      }
    }
    truth.present(element.index());
    findings.put(element.id(), new Finding.Entries(entries));
  }
}
