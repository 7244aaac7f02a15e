package org.denba.fhir.mapping;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;

/**
 * The contact that is assessed.
 *
 * @param encounter the Encounter, or null
 * @param day the day of the assessment, or null where nothing tells it
 */
record Visit(Located<Encounter> encounter, LocalDate day) {

  private static final Set<EncounterStatus> NOT_HELD =
      EnumSet.of(EncounterStatus.CANCELLED, EncounterStatus.ENTEREDINERROR);
  private static final Comparator<Moment> EARLIER_FIRST =
      Comparator.comparing(Moment::day, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Moment::instant, Comparator.nullsFirst(Comparator.naturalOrder()));

  /** Whether the contact took place, as far as its status tells. */
  static boolean wasHeld(Encounter encounter) {
    return !NOT_HELD.contains(encounter.getStatus());
  }

  /**
   * Finds the day: the one asked for, else the start of the (latest) Encounter, else the latest
   * observation.
   *
   * @param asked the day that the caller named, or null
   * @param encounters the Encounters of this patient
   * @param readings what was observed
   */
  static Visit of(
      LocalDate asked, List<Located<Encounter>> encounters, List<Reading> readings, ZoneId zone) {
    Optional<Located<Encounter>> latest =
        encounters.stream()
            .filter(e -> wasHeld(e.resource()))
            .max(Comparator.comparing(e -> start(e.resource(), zone), EARLIER_FIRST));
    LocalDate start = latest.map(e -> start(e.resource(), zone).day()).orElse(null);
    LocalDate observed =
        readings.stream()
            .map(Reading::moment)
            .filter(Moment::precise)
            .map(Moment::day)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    LocalDate day =
        Stream.of(asked, start, observed).filter(Objects::nonNull).findFirst().orElse(null);
    return new Visit(latest.orElse(null), day);
  }

  private static Moment start(Encounter encounter, ZoneId zone) {
    Moment start = Moment.of(encounter.getPeriod().getStartElement(), zone);
    return start.precise() ? start : Moment.UNTOLD;
  }
}
