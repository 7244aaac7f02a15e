package org.denba.engine.immunisation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.ParameterValues;

/** What is known of the doses that a child has had. */
final class VaccineHistory {

  private static final String ANTIGEN = "antigen";
  private static final String DATE = "date";
  private static final String SOURCE = "source";
  private static final int DAY_LENGTH = 10;

  private final VaccinationSettings settings;
  private final List<Vaccine> vaccines;
  private final ParameterValues parameters;
  private final List<GivenDose> doses = new ArrayList<>();
  private final List<DoseRemark> remarks = new ArrayList<>();
  private boolean searched;

  private VaccineHistory(
      VaccinationSettings settings, List<Vaccine> vaccines, ParameterValues parameters) {
    this.settings = settings;
    this.vaccines = vaccines;
    this.parameters = parameters;
  }

  /**
   * @param told what was found for the list of doses, or null
   * @param child no dose is older than the child, none later than the day of the assessment
   */
  static VaccineHistory read(
      VaccinationSettings settings,
      List<Vaccine> vaccines,
      Assessment assessment,
      Finding told,
      Child child) {
    VaccineHistory history = new VaccineHistory(settings, vaccines, assessment.parameters());
    if (told instanceof Finding.Entries list) {
      list.entries().forEach(entry -> history.add(entry, child, assessment));
      history.searched |=
          settings.wholeHistoryWhen().certain(assessment)
              || (list.entries().isEmpty() && settings.noDoseWhen().certain(assessment));
    }
    history.doses.sort(Comparator.comparing(GivenDose::day));
    return history;
  }

  private void add(Map<String, String> entry, Child child, Assessment assessment) {
    String antigen = entry.getOrDefault(ANTIGEN, "").strip();
    String source = entry.getOrDefault(SOURCE, "").strip();
    if (antigen.isEmpty() && !entry.containsKey(DATE) && source.equals(settings.searched())) {
      searched = true;
      return;
    }
    Optional<Vaccine> vaccine =
        vaccines.stream().filter(v -> v.antigen().equalsIgnoreCase(antigen)).findFirst();
    LocalDate day = day(entry.getOrDefault(DATE, "").strip());
    if (vaccine.isEmpty()) {
      remarks.add(new DoseRemark("vaccine-not-known", antigen, day));
    } else if (day == null) {
      remarks.add(new DoseRemark("dose-not-dated", antigen, null));
    } else if (day.isBefore(child.earliestBirth())) {
      remarks.add(new DoseRemark("vaccine-dose-before-birth", antigen, day));
    } else if (day.isAfter(child.date())) {
      remarks.add(new DoseRemark("vaccine-dose-after-visit", antigen, day));
    } else if (!counts(source, assessment)) {
      remarks.add(new DoseRemark("vaccine-dose-unverified", antigen, day));
    } else if (doses.stream().noneMatch(d -> d.vaccine() == vaccine.get() && d.day().equals(day))) {
      // the same dose may stand on the card and in the register
      doses.add(new GivenDose(vaccine.get(), day));
    }
  }

  /** A dose whose source was not told counts where somebody read the card. */
  private boolean counts(String source, Assessment assessment) {
    return settings.provedBy().contains(source)
        || Boolean.parseBoolean(parameters.text(settings.countTold()))
        || (source.isEmpty() && settings.wholeHistoryWhen().certain(assessment));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.length() > DAY_LENGTH ? text.substring(0, DAY_LENGTH) : text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Whether a dose that is not here was not given, as far as anybody can tell. */
  boolean isKnown() {
    return searched || !doses.isEmpty();
  }

  /** The day of the first dose of all. */
  Optional<LocalDate> first() {
    return doses.stream().map(GivenDose::day).findFirst();
  }

  /** The days on which a vaccine was given, in order. */
  List<LocalDate> of(Vaccine vaccine) {
    return doses.stream().filter(d -> d.vaccine() == vaccine).map(GivenDose::day).toList();
  }

  /** The first day on which nothing stands against a live vaccine because of another one. */
  Optional<LocalDate> afterOtherLive(Vaccine vaccine, LocalDate date) {
    if (vaccine.liveSpacing() == null) {
      return Optional.empty();
    }
    return doses.stream()
        .filter(d -> d.vaccine() != vaccine && d.vaccine().liveSpacing() != null)
        .filter(d -> d.day().isBefore(date))
        .map(d -> vaccine.liveSpacing().after(d.day(), parameters))
        .max(Comparator.naturalOrder());
  }

  List<DoseRemark> remarks() {
    return remarks;
  }
}
