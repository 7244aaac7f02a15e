package org.denba.fhir.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.protocol.ProtocolDescription.ChartDescription;
import org.denba.engine.protocol.ProtocolDescription.ElementDescription;
import org.denba.engine.protocol.ProtocolDescription.RowDescription;

/** The live report in words of the page's language: names beside the ids. */
final class LiveView {

  private final LiveReport report;
  private final List<ProtocolDescription> protocols;
  private final Map<String, String> elements = new HashMap<>();

  /**
   * @param protocols the active protocols, in the page's language
   */
  LiveView(LiveReport report, List<ProtocolDescription> protocols) {
    this.report = report;
    this.protocols = protocols;
    for (ProtocolDescription protocol : protocols) {
      for (ElementDescription element : protocol.dataElements()) {
        elements.putIfAbsent(element.id(), element.label());
      }
    }
  }

  /**
   * A line of a table of urgencies.
   *
   * @param name what it is about
   * @param answers all its answers
   * @param urgencies by urgency
   */
  record Line(String name, long answers, Map<String, Long> urgencies) {}

  /** The lines of a table, with a name for each id. */
  static List<Line> lines(Map<String, Map<String, Long>> table, UnaryOperator<String> name) {
    List<Line> lines = new ArrayList<>();
    table.forEach(
        (id, counts) -> lines.add(new Line(name.apply(id), LiveReports.total(counts), counts)));
    return lines;
  }

  /** The districts of which something can be shown. */
  static List<Line> districts(
      Map<String, LiveReport.District> districts, UnaryOperator<String> name) {
    List<Line> lines = new ArrayList<>();
    districts.forEach(
        (id, district) -> {
          if (district.answers() > 0) {
            lines.add(new Line(name.apply(id), district.answers(), district.urgencies()));
          }
        });
    return lines;
  }

  /** A protocol's title; empty where it is not among the active ones. */
  Optional<String> title(String id) {
    return protocols.stream()
        .filter(protocol -> protocol.id().equals(id))
        .map(ProtocolDescription::title)
        .findFirst();
  }

  /**
   * A sign that was missing.
   *
   * @param first how often it was the first to ask
   * @param open how often it was still to be assessed
   */
  record Missing(String id, String label, long first, long open) {}

  /** Missing signs, the one that stopped most answers first. */
  List<Missing> missing() {
    Map<String, Long> all = new LinkedHashMap<>(report.asked());
    report.missing().forEach(all::putIfAbsent);
    return all.keySet().stream()
        .map(
            id ->
                new Missing(
                    id,
                    elements.getOrDefault(id, id),
                    report.asked().getOrDefault(id, 0L),
                    report.missing().getOrDefault(id, 0L)))
        .toList();
  }

  /**
   * The rows of one active protocol.
   *
   * @param counts what was counted of it, or null where it did not answer yet
   * @param fired rows that were proved or not ruled out
   * @param never rows that were never proved
   * @param earlier what earlier states of its rules answered
   */
  record Rows(
      ProtocolDescription protocol,
      LiveReport.RulesReport counts,
      List<RowLine> fired,
      List<RowLine> never,
      List<LiveReport.RulesReport> earlier) {}

  /** A row and how often it was proved and not ruled out. */
  record RowLine(RowDescription row, ChartDescription chart, long proved, long open) {}

  /** The rows of every active protocol. */
  List<Rows> rows() {
    return protocols.stream().map(this::rows).toList();
  }

  private Rows rows(ProtocolDescription protocol) {
    List<LiveReport.RulesReport> own =
        report.rules().stream().filter(r -> r.protocol().equals(protocol.id())).toList();
    Optional<LiveReport.RulesReport> now =
        own.stream().filter(LiveReport.RulesReport::active).findFirst();
    List<LiveReport.RulesReport> earlier = own.stream().filter(r -> !r.active()).toList();
    return now.map(counts -> rows(protocol, counts, earlier))
        .orElseGet(() -> new Rows(protocol, null, List.of(), List.of(), earlier));
  }

  private static Rows rows(
      ProtocolDescription protocol,
      LiveReport.RulesReport counts,
      List<LiveReport.RulesReport> earlier) {
    List<RowLine> fired = new ArrayList<>();
    List<RowLine> never = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ChartDescription chart : protocol.charts()) {
      for (RowDescription row : chart.rows()) {
        if (!seen.add(row.rule())) {
          continue;
        }
        long proved = counts.proved().getOrDefault(row.rule(), 0L);
        long open = counts.open().getOrDefault(row.rule(), 0L);
        RowLine line = new RowLine(row, chart, proved, open);
        if (proved + open > 0) {
          fired.add(line);
        }
        if (proved == 0) {
          never.add(line);
        }
      }
    }
    return new Rows(protocol, counts, fired, never, earlier);
  }
}
