package org.denba.engine.mutation;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.assessment.Finding;
import org.denba.engine.immunisation.VaccineSchedule;
import org.denba.engine.protocol.Parameter;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.triage.TriageRequest;

/**
 * Children who differ from another in what the calendar of vaccines reads: the day of birth, of the
 * visit or of a dose a little earlier or later, one dose less, another value of a parameter.
 */
final class OtherHistory {

  private static final String DATE = "date";
  private static final List<Period> STEPS =
      List.of(Period.ofDays(1), Period.ofDays(7), Period.ofDays(28), Period.ofMonths(1));
  private static final List<Period> LONG_STEPS =
      List.of(Period.ofMonths(6), Period.ofYears(1), Period.ofYears(2));

  private final Protocol protocol;
  private final Optional<VaccineSchedule> schedule;

  OtherHistory(Protocol protocol) {
    this.protocol = protocol;
    this.schedule = protocol.measurements().vaccines();
  }

  /** The children beside this one; none where the protocol has no calendar. */
  List<TriageRequest> than(TriageRequest request) {
    List<TriageRequest> others = new ArrayList<>();
    if (schedule.isEmpty()) {
      return others;
    }
    ages(request, others);
    doses(request, others);
    for (Parameter parameter : protocol.parameters()) {
      List<Object> values = new ArrayList<>(parameter.alternatives());
      values.add(parameter.defaultValue());
      parameter.range().ifPresent(range -> values.addAll(List.of(range.low(), range.high())));
      values.forEach(
          value -> others.add(Draft.of(request, d -> d.parameters.put(parameter.id(), value))));
    }
    return others;
  }

  private static void ages(TriageRequest request, List<TriageRequest> others) {
    LocalDate birth = request.patient().birthDate();
    if (birth == null) {
      return;
    }
    for (Period step : STEPS) {
      others.add(Draft.of(request, draft -> draft.born(birth.minus(step))));
      if (!birth.plus(step).isAfter(request.date())) {
        others.add(Draft.of(request, draft -> draft.born(birth.plus(step))));
      }
      later(request, step, others);
    }
    LONG_STEPS.forEach(step -> later(request, step, others));
  }

  private static void later(TriageRequest request, Period step, List<TriageRequest> others) {
    others.add(Draft.of(request, draft -> draft.date = request.date().plus(step)));
  }

  private void doses(TriageRequest request, List<TriageRequest> others) {
    String id = schedule.orElseThrow().doses().id();
    if (!(request.findings().get(id) instanceof Finding.Entries list)) {
      return;
    }
    for (int at = 0; at < list.entries().size(); at++) {
      Map<String, String> entry = list.entries().get(at);
      replaced(request, id, list, at, null, others);
      String day = entry.getOrDefault(DATE, "");
      if (day.matches("\\d{4}-\\d\\d-\\d\\d")) {
        for (Period step : STEPS) {
          LocalDate given = LocalDate.parse(day);
          replaced(request, id, list, at, dated(entry, given.minus(step)), others);
          replaced(request, id, list, at, dated(entry, given.plus(step)), others);
        }
      }
    }
  }

  private static Map<String, String> dated(Map<String, String> entry, LocalDate day) {
    Map<String, String> other = new HashMap<>(entry);
    other.put(DATE, day.toString());
    return other;
  }

  private static void replaced(
      TriageRequest request,
      String id,
      Finding.Entries list,
      int at,
      Map<String, String> entry,
      List<TriageRequest> others) {
    List<Map<String, String>> entries = new ArrayList<>(list.entries());
    entries.remove(at);
    if (entry != null) {
      entries.add(at, entry);
    }
    others.add(Draft.of(request, draft -> draft.findings.put(id, new Finding.Entries(entries))));
  }
}
