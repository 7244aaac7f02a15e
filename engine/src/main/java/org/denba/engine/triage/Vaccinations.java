package org.denba.engine.triage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.immunisation.Child;
import org.denba.engine.immunisation.DoseRemark;
import org.denba.engine.immunisation.VaccineAnswer;
import org.denba.engine.immunisation.VaccineSchedule;
import org.denba.engine.immunisation.VaccineStatus;

/** Writes what the vaccination calendar says of the child as findings that rules can read. */
final class Vaccinations {

  private Vaccinations() {}

  static void apply(VaccineSchedule schedule, Encounter encounter) {
    if (encounter.age().isEmpty()) {
      return;
    }
    LocalDate date = encounter.date();
    Interval days = encounter.age().get().days();
    String district =
        encounter.finding(schedule.district().index()) instanceof Finding.Code code
            ? code.code()
            : null;
    Child child =
        new Child(
            date.minusDays((long) days.high()), date.minusDays((long) days.low()), district, date);
    VaccineSchedule.Result result =
        schedule.assess(encounter.assessment(), encounter.finding(schedule.doses().index()), child);
    result.vaccines().forEach(vaccine -> write(vaccine, encounter));
    result.remarks().forEach(remark -> encounter.notice(notice(remark, schedule.doses())));
  }

  private static void write(VaccineAnswer answer, Encounter encounter) {
    List<String> statuses = answer.status().stream().map(VaccineStatus::code).toList();
    code(answer.vaccine().next(), answer.next(), answer, encounter);
    code(answer.vaccine().status(), statuses, answer, encounter);
    if (answer.comeBack() != null) {
      encounter
          .assessment()
          .quantity(
              answer.vaccine().comeBack().index(),
              Interval.point(ChronoUnit.DAYS.between(encounter.date(), answer.comeBack())));
    }
  }

  /** One of these codes, and nobody knows which; of an unknown history not even that is proved. */
  private static void code(
      DataElement element, Collection<String> codes, VaccineAnswer answer, Encounter encounter) {
    int possible = 0;
    for (String code : codes) {
      possible |= 1 << element.codes().indexOf(code);
    }
    boolean proved = !answer.status().contains(VaccineStatus.UNKNOWN);
    encounter.assessment().derivedCode(element.index(), proved ? possible : 0, possible);
    encounter.awaits(element.index(), answer.waitsFor());
  }

  private static Notice notice(DoseRemark remark, DataElement doses) {
    Map<String, Object> values = new HashMap<>();
    values.put("vaccine", remark.vaccine());
    if (remark.date() != null) {
      values.put("date", remark.date());
    }
    return new Notice(remark.code(), "findings." + doses.id(), values);
  }
}
