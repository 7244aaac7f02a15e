package org.denba.fhir.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.dictionary.DataElement;
import org.denba.fhir.mapping.GivenTables.History;

/**
 * Gathers what was given, by medicine or antigen, and says at the end which findings follow from
 * it. What was not recorded is not known: nothing here ever says no or never.
 */
final class GivenReader {

  /**
   * One record.
   *
   * @param from the kind of record: statement, administration, request, immunization
   * @param first the first day, or null
   * @param last the last day on which it is known to have been given, or null
   * @param ongoing whether the record says that it is being taken until further notice or until
   *     {@code last}
   */
  record Given(String from, LocalDate first, LocalDate last, boolean ongoing, Readings.Said said) {

    /** The last day that is told. */
    LocalDate day() {
      return last == null ? first : last;
    }
  }

  private final Readings readings;
  private final Map<String, List<Given>> given = new LinkedHashMap<>();

  GivenReader(Readings readings) {
    this.readings = readings;
  }

  void add(String what, Given record) {
    given.computeIfAbsent(what, w -> new ArrayList<>()).add(record);
  }

  /**
   * Hands over what follows.
   *
   * @param today day of the assessment; what is dated after it does not count
   */
  void finish(LocalDate today) {
    given.forEach(
        (what, records) ->
            readings
                .dictionary()
                .given()
                .history(what)
                .forEach(history -> finish(history, records, today)));
  }

  private void finish(History history, List<Given> records, LocalDate today) {
    List<Given> counting = new ArrayList<>();
    for (Given record : records) {
      boolean future = record.first() != null && record.first().isAfter(today);
      if (history.from().contains(record.from()) && !future) {
        counting.add(record);
      }
    }
    LocalDate since =
        history.withinDays() == null ? LocalDate.MIN : today.minusDays(history.withinDays());
    switch (history.reads()) {
      case CURRENT ->
          yes(history.element(), counting.stream().filter(r -> isNow(r, today)).toList());
      case WITHIN ->
          yes(
              history.element(),
              counting.stream()
                  .filter(r -> isNow(r, today) || r.last() != null && !r.last().isBefore(since))
                  .toList());
      case COUNT -> count(history.element(), counting, since);
      case LAST_DATE -> lastDate(history.element(), counting, today);
    }
  }

  private static boolean isNow(Given record, LocalDate today) {
    return record.ongoing() && (record.last() == null || !record.last().isBefore(today));
  }

  private void yes(DataElement element, List<Given> records) {
    if (!records.isEmpty()) {
      add(element, new Finding.Answer(true), records.get(0));
    }
  }

  private void count(DataElement element, List<Given> records, LocalDate since) {
    TreeSet<LocalDate> days = new TreeSet<>();
    records.stream()
        .map(Given::first)
        .filter(Objects::nonNull)
        .filter(day -> !day.isBefore(since))
        .forEach(days::add);
    if (!days.isEmpty()) {
      double most = element.allowed().map(Interval::high).orElse(Double.MAX_VALUE);
      add(element, Finding.Quantity.of(Math.min(days.size(), most)), records.get(0));
    }
  }

  private void lastDate(DataElement element, List<Given> records, LocalDate today) {
    Given latest = null;
    for (Given record : records) {
      if (record.day() != null && (latest == null || record.day().isAfter(latest.day()))) {
        latest = record;
      }
    }
    if (latest != null) {
      LocalDate day = latest.day().isAfter(today) ? today : latest.day();
      add(element, new Finding.Day(day), latest);
    }
  }

  private void add(DataElement element, Finding finding, Given record) {
    Readings.Said said =
        new Readings.Said(record.said().path(), record.said().source(), Moment.UNTOLD);
    readings.add(element, List.of(element), List.of(finding), said, Weight.TOLD);
  }
}
