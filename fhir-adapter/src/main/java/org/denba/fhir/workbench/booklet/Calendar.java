package org.denba.fhir.workbench.booklet;

import java.util.ArrayList;
import java.util.List;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFiles;

/**
 * The vaccination calendar of a protocol in words.
 *
 * @param lines its lines in order; empty where the protocol has none
 */
public record Calendar(List<Line> lines) {

  private static final String FILE = "/schedule.csv";

  /**
   * One dose of one vaccine.
   *
   * @param vaccine the vaccine as the calendar names it
   * @param dose its number
   * @param earliest the age before which it does not count
   * @param planned the age at which it is planned
   * @param interval the time since the dose before it
   * @param tooOld the age from which it is not given any more
   * @param remarks conditions, seasons and districts, as the calendar has them
   * @param source the source
   */
  public record Line(
      String vaccine,
      String dose,
      String earliest,
      String planned,
      String interval,
      String tooOld,
      List<String> remarks,
      String source) {}

  static Calendar of(ProtocolWords words, RuleFiles files) {
    Protocol protocol = words.protocol();
    String path = protocol.id() + FILE;
    if (files.find(path).isEmpty()) {
      return new Calendar(List.of());
    }
    return new Calendar(
        CsvTable.parse(path, files.read(path)).rows().stream()
            .map(row -> line(row, words))
            .toList());
  }

  private static Line line(CsvTable.Row row, ProtocolWords words) {
    List<String> remarks = new ArrayList<>();
    for (String column : List.of("season", "active-from", "active-when", "districts")) {
      if (row.has(column)) {
        remarks.add(words.message("calendar." + column, row.get(column)));
      }
    }
    return new Line(
        row.get("antigen"),
        row.get("dose"),
        span(row.get("min-age"), words),
        span(row.get("recommended"), words),
        span(row.get("min-interval"), words),
        span(row.get("too-old-from"), words),
        List.copyOf(remarks),
        row.get("source"));
  }

  /** {@code 14 wk} or {@code {a.parameter} mo} in words. */
  private static String span(String cell, ProtocolWords words) {
    int blank = cell.indexOf(' ');
    if (blank < 0) {
      return cell;
    }
    String count = cell.substring(0, blank);
    String number =
        count.startsWith("{") ? words.active(count.substring(1, count.length() - 1)) : count;
    return words.quantity(Double.parseDouble(number), cell.substring(blank + 1));
  }
}
