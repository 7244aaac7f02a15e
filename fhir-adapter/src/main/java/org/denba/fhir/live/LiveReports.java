package org.denba.fhir.live;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.protocol.Urgency;

/** Makes reports of the counts, without what could point to a patient. Thread-safe. */
final class LiveReports {

  /** A group of fewer patients is not told apart. */
  static final int FEW = 5;

  private final LiveCounts counts;
  private final Optional<DecisionLog> log;

  LiveReports(LiveCounts counts, Optional<DecisionLog> log) {
    this.counts = counts;
    this.log = log;
  }

  /** The zone in which days begin. */
  ZoneId zone() {
    return counts.clock().getZone();
  }

  /**
   * What was counted up to now.
   *
   * @param active the protocols that answer now
   */
  LiveReport report(List<ProtocolDescription> active) {
    Map<String, Long> urgencies = coded(counts.urgencies().sums());
    long hour = Hours.of(counts.clock().instant());
    return new LiveReport(
        Hours.instant(counts.since()).toString(),
        counts.clock().instant().toString(),
        total(urgencies),
        urgencies,
        counts.undecided(),
        counts.incomplete(),
        counts.stale(),
        counts.refused(),
        counts.refusals().sums(),
        counts.warnings().sums(),
        counts.asked().sums(),
        counts.missing().sums(),
        table(counts.protocols()),
        table(counts.settings()),
        table(counts.ages()),
        districts(),
        periods(counts.hours().sums(hour), h -> Hours.instant(h).toString()),
        periods(
            counts.days().sums(Hours.day(hour, zone()).toEpochDay()),
            day -> LocalDate.ofEpochDay(day).toString()),
        rules(active),
        log.map(LiveReports::log).orElse(null));
  }

  /**
   * Small numbers of a district, and small steps between two looks at it, would tell of single
   * patients.
   */
  private static long inFives(long count) {
    return count - count % FEW;
  }

  /** The sum of a line. */
  static long total(Map<String, Long> line) {
    return line.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Map<String, Long> coded(Map<Urgency, Long> sums) {
    Map<String, Long> coded = new LinkedHashMap<>();
    for (int i = Urgency.values().length - 1; i >= 0; i--) {
      Urgency urgency = Urgency.values()[i];
      coded.put(urgency.code(), sums.get(urgency));
    }
    return coded;
  }

  private static Map<String, Map<String, Long>> table(UrgencyTable table) {
    Map<String, Map<String, Long>> lines = new LinkedHashMap<>();
    table.sums().forEach((word, sums) -> lines.put(word, coded(sums)));
    return lines;
  }

  private Map<String, LiveReport.District> districts() {
    Map<String, LiveReport.District> lines = new LinkedHashMap<>();
    table(counts.districts())
        .forEach(
            (id, exact) -> {
              Map<String, Long> shown = new LinkedHashMap<>(exact);
              shown.replaceAll((urgency, count) -> inFives(count));
              lines.put(id, new LiveReport.District(inFives(total(exact)), shown));
            });
    return lines;
  }

  private static List<LiveReport.Period> periods(
      Map<Long, Map<Urgency, Long>> sums, LongFunction<String> start) {
    List<LiveReport.Period> periods = new ArrayList<>();
    sums.forEach(
        (period, urgencies) -> {
          Map<String, Long> coded = coded(urgencies);
          long answers = total(coded);
          periods.add(
              new LiveReport.Period(start.apply(period), answers, answers < FEW ? null : coded));
        });
    return periods;
  }

  private List<LiveReport.RulesReport> rules(List<ProtocolDescription> active) {
    List<LiveReport.RulesReport> reports = new ArrayList<>();
    counts
        .rules()
        .forEach(
            (rules, count) -> {
              if (count.answers() > 0) {
                reports.add(report(rules, count, active));
              }
            });
    reports.sort(
        Comparator.comparing(LiveReport.RulesReport::protocol)
            .thenComparing(report -> !report.active())
            .thenComparing(LiveReport.RulesReport::last, Comparator.reverseOrder())
            .thenComparing(LiveReport.RulesReport::digest));
    return reports;
  }

  private static LiveReport.RulesReport report(
      RulesCount.Rules rules, RulesCount count, List<ProtocolDescription> active) {
    Optional<ProtocolDescription> now =
        active.stream()
            .filter(p -> p.id().equals(rules.protocol()) && p.digest().equals(rules.digest()))
            .findFirst();
    Map<String, Long> proved = count.proved().sums();
    return new LiveReport.RulesReport(
        rules.protocol(),
        rules.version(),
        rules.digest(),
        now.isPresent(),
        Hours.instant(count.first()).toString(),
        Hours.instant(count.last()).toString(),
        count.answers(),
        proved,
        count.open().sums(),
        now.map(
                protocol ->
                    protocol.charts().stream()
                        .flatMap(chart -> chart.rows().stream())
                        .map(ProtocolDescription.RowDescription::rule)
                        .filter(row -> !proved.containsKey(row))
                        .distinct()
                        .toList())
            .orElse(List.of()));
  }

  private static LiveReport.LogReport log(DecisionLog log) {
    return new LiveReport.LogReport(
        log.failing(), log.reading(), log.notLogged(), log.unreadable());
  }
}
