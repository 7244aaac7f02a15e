package org.denba.fhir.mapping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataElement;

/**
 * Chooses, among several readings of one element, the one that counts: the latest; where the
 * protocol wants a second measurement, the earliest is the first and the latest the second. A value
 * outweighs "not done", and that outweighs "not known". Readings whose order is not told, or that
 * are of the same moment, and differ, all stay: they are alternatives. The order in which a bundle
 * lists its entries never matters.
 */
final class Choice {

  private static final Comparator<Reading> BY_PLACE =
      Comparator.comparing(
          Reading::path,
          Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));

  private final RepeatReadings repeats;
  private final Predicate<DataElement> used;
  private final Notices notices;

  /**
   * @param used whether the protocol uses an element: a second measurement is told apart only for a
   *     protocol that has one
   */
  Choice(RepeatReadings repeats, Predicate<DataElement> used, Notices notices) {
    this.repeats = repeats;
    this.used = used;
    this.notices = notices;
  }

  /**
   * What counts for one element.
   *
   * @param alternatives one finding, or several in a fixed order where they contradict each other
   * @param reading a reading that says so
   */
  record Chosen(List<Finding> alternatives, Reading reading) {}

  /** Moves later readings of an element to the element that holds its second measurement. */
  void splitRepeats(Map<DataElement, List<Reading>> counting) {
    for (DataElement first : List.copyOf(counting.keySet())) {
      Optional<DataElement> repeat = repeats.repeat(first);
      List<Reading> known = informative(counting.get(first));
      List<Reading> rest = repeat.isPresent() ? afterFirst(known) : List.of();
      if (!rest.isEmpty() && used.test(repeat.get())) {
        List<Reading> start = new ArrayList<>(known);
        start.removeAll(rest);
        counting.put(first, start);
        List<Reading> second = counting.computeIfAbsent(repeat.get(), e -> new ArrayList<>());
        rest.forEach(r -> second.add(r.as(repeat.get())));
        known.stream()
            .filter(r -> r.moment().instant() == null)
            .forEach(r -> second.add(r.as(repeat.get())));
      }
    }
  }

  /** The readings that are later than the earliest one. */
  private static List<Reading> afterFirst(List<Reading> readings) {
    Optional<Instant> earliest =
        readings.stream()
            .map(r -> r.moment().instant())
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder());
    return readings.stream()
        .filter(
            r ->
                r.moment().instant() != null
                    && r.moment().instant().isAfter(earliest.orElseThrow()))
        .toList();
  }

  /** Chooses among the readings of one element, all of one day and at least one. */
  Chosen choose(DataElement element, List<Reading> readings) {
    List<Reading> told = readings.stream().filter(r -> !r.implied()).toList();
    readings.stream()
        .filter(Reading::implied)
        .filter(implied -> told.stream().anyMatch(r -> r.differs(implied)))
        .findFirst()
        .ifPresent(implied -> contradiction(element, implied));
    List<Reading> counting = exact(told.isEmpty() ? readings : told);
    List<Reading> latest = latest(informative(counting));
    Map<Finding, Reading> distinct = new LinkedHashMap<>();
    latest.stream()
        .sorted(BY_PLACE)
        .forEach(r -> r.alternatives().forEach(f -> distinct.putIfAbsent(f, r)));
    List<Finding> alternatives =
        distinct.keySet().stream().sorted(Comparator.comparing(Finding::toString)).toList();
    Reading reading = distinct.values().iterator().next();
    if (alternatives.size() > 1) {
      notices.about("duplicate-different", reading.path(), element, Map.of());
    } else if (counting.stream().anyMatch(r -> !r.alternatives().equals(alternatives))) {
      notices.about("duplicate-ignored", reading.path(), element, Map.of());
    }
    if (reading.weight().vague()) {
      notices.about("severity-not-told", reading.path(), element, Map.of());
    }
    return new Chosen(alternatives, reading);
  }

  private void contradiction(DataElement element, Reading implied) {
    notices.about(
        "contradiction",
        implied.path(),
        element,
        Map.of("first", element, "second", implied.path()));
  }

  /**
   * Leaves out what says only that something is there, where another statement says how much of it.
   */
  private static List<Reading> exact(List<Reading> readings) {
    return readings.stream()
        .filter(
            vague ->
                !vague.weight().vague()
                    || readings.stream()
                        .noneMatch(
                            r ->
                                !r.weight().vague()
                                    && r.hasValue()
                                    && !r.alternatives().contains(vague.weight().opposite())))
        .toList();
  }

  /** The readings with a value; failing these, those that say "not done"; failing these, all. */
  private static List<Reading> informative(List<Reading> readings) {
    for (Predicate<Reading> kind :
        List.<Predicate<Reading>>of(Reading::hasValue, Reading::saysNotDone)) {
      List<Reading> such = readings.stream().filter(kind).toList();
      if (!such.isEmpty()) {
        return such;
      }
    }
    return readings;
  }

  /** The readings of the latest moment, and those of which no moment is told. */
  private static List<Reading> latest(List<Reading> readings) {
    Instant latest =
        readings.stream()
            .map(r -> r.moment().instant())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return readings.stream()
        .filter(r -> r.moment().instant() == null || r.moment().instant().equals(latest))
        .toList();
  }
}
