package org.denba.fhir.workbench.booklet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern SETTING =
      Pattern.compile("param\\(([a-z0-9.-]+) = ([A-Za-z0-9._-]+)\\)");

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
    for (String column : List.of("season", "active-from", "districts")) {
      if (row.has(column)) {
        remarks.add(words.message("calendar." + column, words.day(value(row.get(column), words))));
      }
    }
    if (row.has("active-when")) {
      remarks.add(condition(row.get("active-when"), words));
    }
    return new Line(
        row.get("antigen"),
        row.get("dose"),
        age(row.get("min-age"), words),
        age(row.get("recommended"), words),
        span(row.get("min-interval"), words),
        span(row.get("too-old-from"), words),
        List.copyOf(remarks),
        row.get("source"));
  }

  /** What stands in a cell, or the value here of the parameter that it names. */
  private static String value(String cell, ProtocolWords words) {
    return cell.startsWith("{")
        ? words.value(words.active(cell.substring(1, cell.length() - 1))).replace("|", ", ")
        : cell;
  }

  /**
   * {@code param(p = v)} in words, with the value here; of any other condition that there is one.
   */
  private static String condition(String cell, ProtocolWords words) {
    Matcher setting = SETTING.matcher(cell);
    if (!setting.matches()) {
      return words.message("calendar.condition");
    }
    String id = setting.group(1);
    String here = words.parameterValue(id, words.active(id), "");
    return words.message(
        "calendar.active-when",
        words.parameter(id),
        words.parameterValue(id, setting.group(2), ""),
        here);
  }

  private static String age(String cell, ProtocolWords words) {
    return cell.startsWith("0 ") ? words.message("calendar.birth") : span(cell, words);
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
    double length = Double.parseDouble(number);
    return words.quantity(length, cell.substring(blank + 1));
  }
}
