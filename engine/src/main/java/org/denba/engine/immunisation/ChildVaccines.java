package org.denba.engine.immunisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.dictionary.DataElement;

/**
 * Looks at one child: each vaccine is worked out for every possible day of birth, and only what
 * they all say is certain.
 */
final class ChildVaccines {

  private final VaccinationSettings settings;
  private final DataElement age;
  private final Assessment assessment;
  private final ParameterValues parameters;
  private final VaccineHistory history;
  private final Child child;
  private final List<DoseRemark> remarks;

  /**
   * @param age what is asked where the day of birth is not known exactly
   * @param remarks receives what there is to say about the doses
   */
  ChildVaccines(
      VaccinationSettings settings,
      DataElement age,
      Assessment assessment,
      VaccineHistory history,
      Child child,
      List<DoseRemark> remarks) {
    this.settings = settings;
    this.age = age;
    this.assessment = assessment;
    this.parameters = assessment.parameters();
    this.history = history;
    this.child = child;
    this.remarks = remarks;
  }

  VaccineAnswer answer(Vaccine vaccine) {
    List<ScheduledDose> doses = vaccine.active(assessment, child.date());
    Found found = new Found(vaccine);
    if (doses.isEmpty() || !isGivenHere(vaccine, found)) {
      found.status.add(VaccineStatus.NOT_APPLICABLE);
    } else if (history.isKnown()) {
      known(doses, found);
    } else {
      unknown(doses, found);
    }
    return found.answer();
  }

  /** Whether the child's district has this vaccine, as far as anybody can tell. */
  private boolean isGivenHere(Vaccine vaccine, Found found) {
    if (vaccine.districts().isEmpty()) {
      return true;
    }
    Set<String> districts = districts(vaccine);
    if (child.district() != null || districts.isEmpty()) {
      return child.district() != null && districts.contains(child.district());
    }
    found.status.add(VaccineStatus.NOT_APPLICABLE);
    found.waitsFor.add(settings.district());
    return true;
  }

  /** What was worked out of one vaccine so far. */
  private static final class Found {
    private final Vaccine vaccine;
    private final Set<String> next = new LinkedHashSet<>();
    private final Set<VaccineStatus> status = EnumSet.noneOf(VaccineStatus.class);
    private final List<DataElement> waitsFor = new ArrayList<>();
    private LocalDate comeBack;

    private Found(Vaccine vaccine) {
      this.vaccine = vaccine;
    }

    private void add(Standing standing) {
      next.add(standing.dose().code());
      status.add(standing.status());
      LocalDate day = standing.comeBack();
      comeBack = comeBack == null || (day != null && day.isAfter(comeBack)) ? day : comeBack;
    }

    private VaccineAnswer answer() {
      return new VaccineAnswer(vaccine, next, status, waitsFor.isEmpty(), comeBack, waitsFor);
    }
  }

  private void known(List<ScheduledDose> doses, Found found) {
    List<LocalDate> given = history.of(found.vaccine);
    LocalDate start = given.isEmpty() ? child.date() : given.get(0);
    Set<VaccineStatus> statuses = EnumSet.noneOf(VaccineStatus.class);
    for (LocalDate birth = child.earliestBirth();
        !birth.isAfter(child.latestBirth());
        birth = birth.plusDays(1)) {
      LocalDate notBefore = history.afterOtherLive(found.vaccine, child.date()).orElse(birth);
      Standing standing =
          series(needed(found.vaccine, doses, birth, start), birth)
              .on(child.date(), given, notBefore);
      found.add(standing);
      statuses.add(standing.status());
      if (child.isExact()) {
        standing
            .tooEarly()
            .forEach(
                day ->
                    remarks.add(
                        new DoseRemark("vaccine-dose-too-early", found.vaccine.antigen(), day)));
      }
    }
    if (found.next.size() > 1 || statuses.size() > 1) {
      found.waitsFor.add(age);
    }
  }

  /** Nothing is known of the doses: the first one stands for all. */
  private void unknown(List<ScheduledDose> doses, Found found) {
    found.next.add(series(doses, child.latestBirth()).firstOn(child.date()).code());
    found.status.add(VaccineStatus.UNKNOWN);
    if (!settings.noDoseWhen().certain(assessment)) {
      found.waitsFor.add(settings.askedWith());
    }
    found.waitsFor.add(settings.doses());
  }

  private Set<String> districts(Vaccine vaccine) {
    Set<String> districts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Arrays.stream(parameters.text(vaccine.districts()).split("[|,]"))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .forEach(districts::add);
    return districts;
  }

  /** The doses that this child needs: fewer, perhaps, after a late start. */
  private List<ScheduledDose> needed(
      Vaccine vaccine, List<ScheduledDose> doses, LocalDate birth, LocalDate start) {
    Vaccine.LateStart late = vaccine.lateStart();
    if (late == null || start.isBefore(late.from().after(birth, parameters))) {
      return doses;
    }
    int count = (int) Double.parseDouble(parameters.text(late.dosesParameter()));
    return doses.subList(0, Math.max(1, Math.min(count, doses.size())));
  }

  private DoseSeries series(List<ScheduledDose> doses, LocalDate birth) {
    return new DoseSeries(
        doses,
        birth,
        parameters,
        (int) Double.parseDouble(parameters.text(settings.graceDays())),
        (int) Double.parseDouble(parameters.text(settings.overdueAfterDays())));
  }
}
